using System.Text.Json;

namespace Utcp.Corpus.Tests.Documents;

/// <summary>Named schemas that stand nowhere but in unions with a discriminator: every value of theirs carries the tag, whether the schema itself says so or not.</summary>
internal sealed class OwnedCases
{
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Property, string Tag)>> _tags = new(StringComparer.Ordinal);

    public OwnedCases(RawDocument document) => Visit(document, document.Root);

    /// <summary>The discriminator's property and the tag of a schema, or null when it is also used without a discriminator.</summary>
    public (string Property, string Tag)? Find(string name) =>
        _tags.TryGetValue(name, out var tags) && tags.Count == _references[name] && tags.Select(tag => tag.Property).Distinct().Count() == 1 ? tags[0] : null;

    /// <summary>What a discriminator calls a schema: the mapping's name, else the schema's.</summary>
    public static string Tag(RawDocument document, JsonElement discriminator, string reference)
    {
        var name = document.NameOf(reference);
        if (RawDocument.Member(discriminator, "mapping") is { ValueKind: JsonValueKind.Object } mapping)
        {
            foreach (var entry in mapping.EnumerateObject())
            {
                if (entry.Value.ValueKind == JsonValueKind.String && (entry.Value.GetString() == reference || entry.Value.GetString() == name || document.NameOf(entry.Value.GetString()!) == name))
                {
                    return entry.Name;
                }
            }
        }

        return name ?? reference[(reference.LastIndexOf('/') + 1)..];
    }

    private void Visit(RawDocument document, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Visit(document, item);
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (RawDocument.TextOf(value, "$ref") is { } reference && document.NameOf(reference) is { } name)
        {
            _references[name] = _references.GetValueOrDefault(name) + 1;
        }

        if (RawDocument.Member(value, "discriminator") is { } discriminator && RawDocument.TextOf(discriminator, "propertyName") is { } property)
        {
            AddCases(document, RawDocument.Member(value, "oneOf") ?? RawDocument.Member(value, "anyOf"), discriminator, property);
        }

        foreach (var member in value.EnumerateObject())
        {
            Visit(document, member.Value);
        }
    }

    private void AddCases(RawDocument document, JsonElement? cases, JsonElement discriminator, string property)
    {
        foreach (var item in cases is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
        {
            if (RawDocument.TextOf(item, "$ref") is not { } reference || document.NameOf(reference) is not { } name)
            {
                continue;
            }

            if (!_tags.TryGetValue(name, out var tags))
            {
                _tags[name] = tags = [];
            }

            tags.Add((property, Tag(document, discriminator, reference)));
        }
    }
}
