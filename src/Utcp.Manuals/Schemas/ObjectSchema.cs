namespace Utcp.Manuals.Schemas;

/// <summary>An object.</summary>
public sealed record ObjectSchema : Schema
{
    /// <summary>The properties in document order; names are unique. A name that is only in <c>required</c> is here too, as <see cref="AnySchema"/>.</summary>
    public required IReadOnlyList<PropertySchema> Properties { get; init; }

    /// <summary>The schema of values under other names: null when the document says nothing or <c>false</c>, else what it says (<c>true</c> is <see cref="AnySchema"/>).</summary>
    public Schema? AdditionalProperties { get; init; }

    /// <summary>Whether other names are refused (<c>additionalProperties</c> or <c>unevaluatedProperties</c> is <c>false</c>).</summary>
    public bool IsClosed { get; init; }
}
