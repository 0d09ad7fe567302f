namespace Utcp.Manuals.Schemas;

/// <summary>
/// A <c>$ref</c> that leads to a schema of the <see cref="SchemaSet"/>. Title, description, default and flags are those that stand
/// beside the reference (or beside a reference it leads through); what stands at the target is not repeated here, so <c>null</c> is allowed when either
/// of the two says so.
/// </summary>
public sealed record ReferenceSchema : Schema
{
    /// <summary>The key of the target in <see cref="SchemaSet"/>: its JSON Pointer from the document's root.</summary>
    public required string Target { get; init; }
}
