using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the keywords of arrays.</summary>
internal sealed class ArrayReader(SchemaReader reader, KeywordReader keywords, ProblemList problems)
{
    public Schema Read(JsonValue node, SchemaScope scope)
    {
        var items = SchemaKeywords.Get(node, "items");
        var prefix = keywords.List(node, "prefixItems");
        JsonValue? rest;
        Schema? choice = null;
        if (items is { IsArray: true, Items.Count: > 0 } && IsSet(node))
        {
            (rest, choice) = (null, reader.ReadChoice(node, items, scope, "beside \"uniqueItems\", which no tuple needs,"));
        }
        else if (items is { IsArray: true })
        {
            (prefix, rest) = (prefix ?? items, keywords.Schema(node, "additionalItems"));
        }
        else
        {
            rest = keywords.Schema(node, "items");
        }

        var schema = new ArraySchema
        {
            Items = choice ?? (rest is null ? new AnySchema { Span = node.Span } : reader.ReadNode(rest, scope)),
            PrefixItems = prefix is null ? [] : [.. prefix.Items.Select(item => reader.ReadNode(item, scope))],
            MinItems = keywords.Count(node, "minItems"),
            MaxItems = keywords.Count(node, "maxItems"),
            UniqueItems = keywords.Flag(node, "uniqueItems"),
        };
        if (!(schema.MinItems > schema.MaxItems))
        {
            return schema;
        }

        problems.Add(ProblemCodes.ContradictingSchema, SchemaKeywords.Get(node, "maxItems") ?? node, "The upper limit lies below the lower one: no value fits. The schema is carried as a JSON element.");
        return new AnySchema { Span = node.Span, Source = node };
    }

    // Positions that differ in type do not repeat each other: unique items belong to a list of any length, whose items are one of several.
    private static bool IsSet(JsonValue node) =>
        SchemaKeywords.Get(node, "uniqueItems") is { Kind: JsonKind.True } && SchemaKeywords.SubstanceOf(node).All(keyword => keyword is "type" or "items" or "uniqueItems");
}
