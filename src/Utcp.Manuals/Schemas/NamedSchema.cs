namespace Utcp.Manuals.Schemas;

/// <summary>A schema that references lead to.</summary>
/// <param name="Name">The last segment of its pointer, decoded, such as "condition" of "#/$defs/condition"; null when the pointer does not lead into a table of definitions.</param>
/// <param name="Pointer">Its JSON Pointer from the document's root, such as "/tools/0/outputs/$defs/condition".</param>
/// <param name="Schema">The schema.</param>
public sealed record NamedSchema(string? Name, string Pointer, Schema Schema);
