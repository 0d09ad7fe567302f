using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Judge;

/// <summary>Whether a schema knows a member at all: examples in real documents have members that their schemas do not mention, which generated types leave out.</summary>
internal static class Declarations
{
    private const int MaxDepth = 40;

    /// <summary>Whether any branch of a schema declares what stands at a path.</summary>
    /// <param name="document">The document.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="path">Names of members; null for an item of an array.</param>
    public static bool Has(RawDocument document, JsonElement schema, ReadOnlySpan<string?> path)
    {
        var level = new List<JsonElement> { schema };
        foreach (var step in path)
        {
            var next = new List<JsonElement>();
            foreach (var part in level.SelectMany(one => Parts(document, one, 0)))
            {
                if (step is null)
                {
                    Add(next, RawDocument.Member(part, "items"));
                    next.AddRange(RawDocument.Member(part, "prefixItems") is { ValueKind: JsonValueKind.Array } prefix ? prefix.EnumerateArray() : default);
                }
                else if (RawDocument.Member(part, "properties") is { } properties && RawDocument.Member(properties, step) is { } property)
                {
                    next.Add(property);
                }
                else
                {
                    Add(next, RawDocument.Member(part, "additionalProperties"));
                }
            }

            // Where the schema says nothing, everything is kept.
            if (next.Count == 0)
            {
                return level.SelectMany(one => Parts(document, one, 0)).All(part => RawDocument.Member(part, "properties") is null);
            }

            level = next;
        }

        return true;
    }

    private static void Add(List<JsonElement> list, JsonElement? schema)
    {
        if (schema is { ValueKind: JsonValueKind.Object or JsonValueKind.True } found)
        {
            list.Add(found);
        }
    }

    private static IEnumerable<JsonElement> Parts(RawDocument document, JsonElement schema, int depth)
    {
        if (depth > MaxDepth || schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        yield return schema;
        var inner = new List<JsonElement>();
        if (RawDocument.TextOf(schema, "$ref") is { } reference && document.Find(reference) is { } target)
        {
            inner.Add(target);
        }

        foreach (var keyword in new[] { "allOf", "oneOf", "anyOf", "items" })
        {
            if (RawDocument.Member(schema, keyword) is { ValueKind: JsonValueKind.Array } list)
            {
                inner.AddRange(list.EnumerateArray());
            }
        }

        foreach (var part in inner.SelectMany(one => Parts(document, one, depth + 1)))
        {
            yield return part;
        }
    }
}
