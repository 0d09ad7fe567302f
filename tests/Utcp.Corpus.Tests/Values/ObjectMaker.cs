using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Values;

/// <summary>Makes objects.</summary>
internal sealed class ObjectMaker(ValueMaker maker, SchemaParts parts, string place)
{
    private static readonly string[] Keys = ["extra-1", "Extra two", "a", "A", "S_1", "x-a", "1", "en", "en-US", "a.b", "/a"];
    private readonly JsonObject _value = [];

    public JsonObject Make()
    {
        maker.EnterObject();
        var properties = Properties();
        var required = parts.All.Select(part => RawDocument.Member(part, "required")).OfType<JsonElement>().Where(list => list.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.EnumerateArray()).Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToHashSet();
        var least = ScalarMaker.Limit(parts, "minProperties") ?? 0;
        foreach (var (name, schemas) in properties)
        {
            if (required.Contains(name))
            {
                _value[name] = maker.Member(schemas, place + "/" + name);
            }
            else if (maker.IsFull || _value.Count < least)
            {
                AddOptional(name, schemas);
            }
        }

        foreach (var name in required.Where(name => !_value.ContainsKey(name)))
        {
            _value[name] = AdditionalSchemas() is { Count: > 0 } additional ? maker.Member(additional, place + "/" + name) : "undeclared";
        }

        AddTags(properties);
        AddExtras(properties, least);
        return _value;
    }

    private List<(string Name, IReadOnlyList<JsonElement> Schemas)> Properties()
    {
        var properties = new List<(string Name, List<JsonElement> Schemas)>();
        foreach (var property in parts.All.Select(part => RawDocument.Member(part, "properties")).OfType<JsonElement>().Where(map => map.ValueKind == JsonValueKind.Object).SelectMany(map => map.EnumerateObject()))
        {
            var index = properties.FindIndex(other => other.Name == property.Name);
            if (index < 0)
            {
                properties.Add((property.Name, [property.Value]));
            }
            else
            {
                properties[index].Schemas.Add(property.Value);
            }
        }

        return [.. properties.Select(property => (property.Name, (IReadOnlyList<JsonElement>)property.Schemas))];
    }

    private void AddOptional(string name, IReadOnlyList<JsonElement> schemas)
    {
        // A schema inside itself ends where it may.
        if (schemas.Any(schema => RawDocument.TextOf(schema, "$ref") is { } reference && maker.Document.NameOf(reference) is { } target && maker.IsInside(target)) && maker.Chooser.Choose(place + "/" + name + "!again", 2) == 0)
        {
            return;
        }

        try
        {
            _value[name] = maker.Member(schemas, place + "/" + name);
        }
        catch (CannotMakeException)
        {
            // Optional: the object is as valid without it.
        }
    }

    private void AddTags(List<(string Name, IReadOnlyList<JsonElement> Schemas)> properties)
    {
        foreach (var (name, tag) in parts.Tags)
        {
            var schemas = properties.FirstOrDefault(property => property.Name == name).Schemas ?? [];
            var declared = SchemaParts.Of(maker.Document, schemas, maker.Chooser, place + "/" + name);
            var allowed = declared.All.Where(part => RawDocument.Member(part, "enum") is { ValueKind: JsonValueKind.Array }).ToList();
            var isAllowed = allowed.All(part => part.GetProperty("enum").EnumerateArray().Any(value => value.ValueKind == JsonValueKind.String && value.ValueEquals(tag)))
                && (declared.First("const") is not { } constant || (constant.ValueKind == JsonValueKind.String && constant.ValueEquals(tag)));
            if (isAllowed || !_value.ContainsKey(name))
            {
                _value[name] = tag;
            }
        }
    }

    private List<JsonElement> AdditionalSchemas() =>
        [.. parts.All.Select(part => RawDocument.Member(part, "additionalProperties")).OfType<JsonElement>().Where(schema => schema.ValueKind is JsonValueKind.Object)];

    private void AddExtras(List<(string Name, IReadOnlyList<JsonElement> Schemas)> properties, decimal least)
    {
        var declared = parts.All.Select(part => RawDocument.Member(part, "additionalProperties")).OfType<JsonElement>().ToList();
        var isClosed = declared.Any(schema => schema.ValueKind == JsonValueKind.False);
        var patterns = parts.All.Select(part => RawDocument.Member(part, "patternProperties")).OfType<JsonElement>().Where(map => map.ValueKind == JsonValueKind.Object).SelectMany(map => map.EnumerateObject()).ToList();
        foreach (var pattern in patterns.Where(_ => maker.IsFull))
        {
            if (Keys.FirstOrDefault(key => Regex.IsMatch(key, pattern.Name) && !_value.ContainsKey(key)) is { } key)
            {
                _value[key] = maker.Member([pattern.Value], place + "/" + key);
            }
        }

        var isMap = properties.Count == 0 && !isClosed && patterns.Count == 0;
        if (isClosed || patterns.Count > 0 || (declared.Count == 0 && !isMap) || (!maker.IsFull && _value.Count >= least))
        {
            return;
        }

        var most = ScalarMaker.Limit(parts, "maxProperties") ?? int.MaxValue;
        var wanted = Math.Max(new[] { 1, 0, 2 }[maker.Chooser.Choose(place + "!extras", 3)], (int)least - _value.Count);
        var schemas = AdditionalSchemas();
        for (var i = 0; i < wanted && _value.Count < most; i++)
        {
            _value[Keys[i]] = schemas.Count > 0 ? maker.Member(schemas, place + "/*") : new JsonObject { ["deep"] = new JsonArray(1, "x", null) };
        }
    }
}
