using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the keywords that describe a schema and say nothing about values, and <c>nullable</c>.</summary>
internal sealed class SchemaAnnotations(KeywordReader keywords)
{
    /// <summary>The schema as the one that a node stands for: its own annotations go before those that the schema has.</summary>
    public Schema Apply(Schema schema, JsonValue node) => schema with
    {
        Span = node.Span,
        Source = node,
        Title = keywords.Text(node, "title") ?? schema.Title,
        Description = keywords.Text(node, "description") ?? schema.Description,
        Nullable = schema.Nullable || keywords.Flag(node, "nullable") || keywords.Flag(node, "x-nullable"),
        Deprecated = schema.Deprecated || keywords.Flag(node, "deprecated"),
        ReadOnly = schema.ReadOnly || keywords.Flag(node, "readOnly"),
        WriteOnly = schema.WriteOnly || keywords.Flag(node, "writeOnly"),
        Default = SchemaKeywords.Get(node, "default") ?? schema.Default,
    };
}
