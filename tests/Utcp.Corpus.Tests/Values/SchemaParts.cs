using System.Text.Json;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Values;

/// <summary>
/// A schema taken apart: the objects that all hold for one value, after references and <c>allOf</c> were followed and a branch of each <c>oneOf</c> and <c>anyOf</c> was taken.
/// </summary>
internal sealed class SchemaParts
{
    private readonly List<JsonElement> _parts = [];
    private readonly List<JsonElement> _direct = [];
    private readonly List<bool> _isDirect = [];
    private int _branches;

    /// <summary>The objects, without references.</summary>
    public IReadOnlyList<JsonElement> All => _parts;

    /// <summary>The values that the schema lists under <c>enum</c> or <c>const</c>, or null. What a branch lists counts only where it does not contradict the rest.</summary>
    public IReadOnlyList<JsonElement>? Values()
    {
        List<JsonElement>? values = null;
        foreach (var (part, isDirect) in _direct.Select(part => (part, true)).Concat(_parts.Where((_, i) => !_isDirect[i]).Select(part => (part, false))))
        {
            var own = RawDocument.Member(part, "const") is { } constant ? [constant]
                : RawDocument.Member(part, "enum") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list.EnumerateArray().ToList() : null;
            if (own is not null)
            {
                var common = values?.Where(value => own.Any(other => JsonElement.DeepEquals(value, other))).ToList();
                values = values is null ? own : common!.Count > 0 ? common : isDirect ? throw new CannotMakeException("enums without a common value") : values;
            }
        }

        return values;
    }

    /// <summary>The named schema that was met first, or null.</summary>
    public string? Name { get; private set; }

    /// <summary>The names of all schemas that were followed.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Discriminator properties and the value each must have.</summary>
    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>Whether a branch was taken that allows null only.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Whether the schema allows nothing.</summary>
    public bool IsNothing { get; private set; }

    /// <summary>Takes schemas apart that all hold for one value.</summary>
    public static SchemaParts Of(RawDocument document, IEnumerable<JsonElement> schemas, Chooser chooser, string place)
    {
        var parts = new SchemaParts();
        foreach (var schema in schemas)
        {
            parts.Add(document, schema, chooser, place, 0);
        }

        parts.AddTags(document);
        return parts;
    }

    /// <summary>The first value of a keyword.</summary>
    public JsonElement? First(string keyword)
    {
        foreach (var part in _parts)
        {
            if (RawDocument.Member(part, keyword) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Whether a keyword is true anywhere.</summary>
    public bool Any(string keyword) => _parts.Any(part => RawDocument.IsTrue(part, keyword));

    /// <param name="isTarget">Whether a reference led to the schema.</param>
    /// <param name="isIncluded">Whether the schema only stands here because another one includes it, so that its values are those of the other one.</param>
    private void Add(RawDocument document, JsonElement schema, Chooser chooser, string place, int depth, bool isIncluded = false, bool isTarget = false)
    {
        if (depth > 30)
        {
            throw new CannotMakeException("allOf or $ref leads back to itself");
        }

        if (schema.ValueKind == JsonValueKind.False)
        {
            IsNothing = true;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (RawDocument.TextOf(schema, "$ref") is { } reference)
        {
            if (!isIncluded && document.NameOf(reference) is { } hierarchy && document.Heirs.Of(hierarchy) is { Count: > 0 } heirs)
            {
                reference = document.SchemaPrefix + RawDocument.Escape(heirs[chooser.Choose(place + "!heir", heirs.Count)]);
            }

            var target = document.Find(reference) ?? throw new CannotMakeException("unresolved " + reference);
            if (document.NameOf(reference) is { } name)
            {
                Name ??= name;
                Names.Add(name);
            }

            Add(document, target, chooser, place, depth + 1, isIncluded, isTarget: true);
            if (document.Version < 31)
            {
                return;
            }
        }

        _parts.Add(schema);
        _isDirect.Add(_branches == 0);
        if (_branches == 0)
        {
            _direct.Add(schema);
        }

        if (RawDocument.Member(schema, "allOf") is { ValueKind: JsonValueKind.Array } all)
        {
            // A lone reference under "allOf" only adds remarks to it.
            foreach (var item in all.EnumerateArray())
            {
                Add(document, item, chooser, place, depth + 1, isIncluded: isTarget || isIncluded || all.GetArrayLength() > 1 || RawDocument.Member(schema, "properties") is not null);
            }
        }

        Branch(document, schema, "oneOf", chooser, place, depth);
        Branch(document, schema, "anyOf", chooser, place, depth);
        if (RawDocument.TextOf(schema, "type") is null or "object")
        {
            // A list under "items" where no array is asked for is a choice that was spelled wrong.
            Branch(document, schema, "items", chooser, place, depth);
        }
    }

    private void Branch(RawDocument document, JsonElement schema, string keyword, Chooser chooser, string place, int depth)
    {
        if (RawDocument.Member(schema, keyword) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            return;
        }

        var branches = list.EnumerateArray().OrderBy(branch => IsNullOnly(branch) ? 1 : 0).ToList();
        var branch = branches[chooser.Choose(place + "!" + keyword, branches.Count)];
        if (IsNullOnly(branch))
        {
            IsNull = true;
            return;
        }

        if (RawDocument.Member(schema, "discriminator") is { ValueKind: JsonValueKind.Object } discriminator
            && RawDocument.TextOf(discriminator, "propertyName") is { } property && RawDocument.TextOf(branch, "$ref") is { } reference)
        {
            Tags[property] = OwnedCases.Tag(document, discriminator, reference);
        }

        _branches++;
        Add(document, branch, chooser, place + "!" + keyword, depth + 1);
        _branches--;
    }

    /// <summary>A schema that inherits from one with a discriminator has its own tag.</summary>
    private void AddTags(RawDocument document)
    {
        if (Name is null)
        {
            return;
        }

        foreach (var part in _parts)
        {
            switch (RawDocument.Member(part, "discriminator"))
            {
                case { ValueKind: JsonValueKind.String } property:
                    Tags.TryAdd(property.GetString()!, First("x-ms-discriminator-value") is { ValueKind: JsonValueKind.String } tag ? tag.GetString()! : Name);
                    break;
                case { ValueKind: JsonValueKind.Object } discriminator when RawDocument.TextOf(discriminator, "propertyName") is { } property && RawDocument.Member(part, "oneOf") is null && RawDocument.Member(part, "anyOf") is null:
                    Tags.TryAdd(property, Allowed(document, part, property, OwnedCases.Tag(document, discriminator, document.SchemaPrefix + Name)));
                    break;
            }
        }

        if (document.Cases.Find(Name) is { } owned)
        {
            Tags.TryAdd(owned.Property, owned.Tag);
        }
    }

    // A name that the base does not allow as a tag stands for the tag that it starts with.
    private static string Allowed(RawDocument document, JsonElement hierarchy, string property, string tag)
    {
        var declared = RawDocument.Member(hierarchy, "properties") is { } properties && RawDocument.Member(properties, property) is { } schema ? document.Resolve(schema) : default;
        var values = RawDocument.Member(declared, "enum") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(value => value.ToString()).ToList() : [];
        return values.Contains(tag) ? tag : values.SingleOrDefault(value => tag.StartsWith(value, StringComparison.Ordinal)) ?? tag;
    }

    private static bool IsNullOnly(JsonElement branch) =>
        RawDocument.Member(branch, "type") is { } type && ((type.ValueKind == JsonValueKind.String && type.ValueEquals("null")) || (type.ValueKind == JsonValueKind.Array && type.GetArrayLength() == 1 && type[0].ValueEquals("null")));
}

/// <summary>A schema that this project cannot make a value of; the value is left out and counted.</summary>
internal sealed class CannotMakeException(string reason) : Exception(reason);
