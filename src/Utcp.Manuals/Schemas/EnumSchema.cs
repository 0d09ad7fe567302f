namespace Utcp.Manuals.Schemas;

/// <summary>An <c>enum</c> of strings, or of integers. A <c>null</c> member became <see cref="Schema.Nullable"/>; an enum of several kinds became a <see cref="UnionSchema"/>.</summary>
public sealed record EnumSchema : Schema
{
    /// <summary>Whether the members are integers; else strings.</summary>
    public bool IsInteger { get; init; }

    /// <summary><c>format</c> of an integer enum, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The members in document order, values unique, at least one.</summary>
    public required IReadOnlyList<EnumMember> Members { get; init; }
}
