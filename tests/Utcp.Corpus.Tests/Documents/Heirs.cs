using System.Text.Json;

namespace Utcp.Corpus.Tests.Documents;

/// <summary>The named schemas that include others through <c>allOf</c>. A value of a schema with a discriminator and no choice of its own is a value of one of them.</summary>
internal sealed class Heirs
{
    private readonly Dictionary<string, List<string>> _heirs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);

    public Heirs(RawDocument document)
    {
        foreach (var (name, schema) in document.Schemas)
        {
            foreach (var included in Included(document, schema, 0).Where(included => included != name).Distinct())
            {
                _included.Add(included);
                (_heirs.TryGetValue(included, out var list) ? list : _heirs[included] = []).Add(name);
            }
        }

        foreach (var (name, schema) in document.Schemas)
        {
            if (RawDocument.Member(schema, "discriminator") is null || RawDocument.Member(schema, "oneOf") is not null || RawDocument.Member(schema, "anyOf") is not null)
            {
                _heirs.Remove(name);
            }
        }
    }

    /// <summary>The schemas that inherit from one with a discriminator, in the document's order; empty for every other schema.</summary>
    public IReadOnlyList<string> Of(string name) => _heirs.TryGetValue(name, out var heirs) ? heirs : [];

    /// <summary>Whether another schema includes this one.</summary>
    public bool IsIncluded(string name) => _included.Contains(name);

    private static IEnumerable<string> Included(RawDocument document, JsonElement schema, int depth)
    {
        foreach (var item in depth < 20 && RawDocument.Member(schema, "allOf") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray() : default)
        {
            var target = item;
            if (RawDocument.TextOf(item, "$ref") is { } reference && document.NameOf(reference) is { } name)
            {
                yield return name;
                target = document.Find(reference) ?? item;
            }

            foreach (var further in Included(document, target, depth + 1))
            {
                yield return further;
            }
        }
    }
}
