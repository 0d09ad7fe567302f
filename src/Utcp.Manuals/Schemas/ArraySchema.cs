namespace Utcp.Manuals.Schemas;

/// <summary>An array.</summary>
public sealed record ArraySchema : Schema
{
    /// <summary>The schema of the elements after the prefix; <see cref="AnySchema"/> when absent, <see cref="NothingSchema"/> when no more are allowed.</summary>
    public required Schema Items { get; init; }

    /// <summary>The schemas of the first elements (<c>prefixItems</c>, or draft-4 <c>items</c> as a list); empty for a plain list.</summary>
    public IReadOnlyList<Schema> PrefixItems { get; init; } = [];

    /// <summary><c>minItems</c>, or null.</summary>
    public long? MinItems { get; init; }

    /// <summary><c>maxItems</c>, or null.</summary>
    public long? MaxItems { get; init; }

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; init; }
}
