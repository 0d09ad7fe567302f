using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Values;

/// <summary>Makes JSON values that a raw schema allows: with required members only, with all, and with each branch, enum value, null, boundary and format once.</summary>
/// <param name="document">The document.</param>
/// <param name="chooser">Makes the choices.</param>
/// <param name="full">Whether optional members are made.</param>
internal sealed class ValueMaker(RawDocument document, Chooser chooser, bool full)
{
    private const int MaxDepth = 24;
    private const int MaxFullDepth = 5;
    private readonly Stack<string> _names = new();
    private int _depth;
    private int _references;

    /// <summary>A value for a schema. JSON null is a C# null.</summary>
    /// <exception cref="CannotMakeException">The schema allows no value, or none that this project can find.</exception>
    public JsonNode? Make(JsonElement schema, string place = "$") => Make([schema], place);

    private JsonNode? Make(IReadOnlyList<JsonElement> schemas, string place)
    {
        if (++_depth > MaxDepth)
        {
            throw new CannotMakeException("required members without end");
        }

        var (isOpen, names, references) = (chooser.IsOpen, _names.Count, _references);
        try
        {
            return MakeParts(schemas, place);
        }
        finally
        {
            chooser.IsOpen = isOpen;
            while (_names.Count > names)
            {
                _names.Pop();
            }

            _references = references;
            _depth--;
        }
    }

    private JsonNode? MakeParts(IReadOnlyList<JsonElement> schemas, string place)
    {
        var parts = SchemaParts.Of(document, schemas, chooser, place);
        if (parts.IsNothing)
        {
            throw new CannotMakeException("false");
        }

        var types = Types(parts);
        var allowsNull = parts.Any("nullable") || parts.Any("x-nullable") || (types.Contains("null") && types.Count > 1) || parts.IsNull;
        if (parts.IsNull || (allowsNull && chooser.Choose(place + "!null", 2) == 1))
        {
            return null;
        }

        foreach (var name in parts.Names)
        {
            _names.Push(name);
        }

        _references += parts.Names.Count > 0 ? 1 : 0;
        types.Remove("null");
        if (parts.Values()?.Where(value => types.Count == 0 || types.Any(type => IsOf(value, type))).ToList() is { Count: > 0 } values)
        {
            return JsonNode.Parse(values[chooser.Choose(place + "!enum", values.Count)].GetRawText());
        }

        var type = types.Count == 0 ? Inferred(parts) : types[chooser.Choose(place + "!type", types.Count)];
        return type switch
        {
            "object" => new ObjectMaker(this, parts, place).Make(),
            "array" => Array(parts, place),
            "string" or "file" => ScalarMaker.Text(parts, chooser, place),
            "integer" => ScalarMaker.Integer(parts, chooser, place),
            "number" => ScalarMaker.Number(parts, chooser, place),
            "boolean" => JsonValue.Create(chooser.Choose(place + "!boolean", 2) == 0),
            "null" => null,
            _ => Anything(place),
        };
    }

    private JsonNode? Anything(string place) => chooser.Choose(place + "!any", 5) switch
    {
        0 => new JsonObject { ["any"] = "thing", ["n"] = new JsonArray(1, null, 2.5) },
        1 => "anything",
        2 => 12.25,
        3 => new JsonArray("a", 1),
        _ => true,
    };

    private JsonArray Array(SchemaParts parts, string place)
    {
        var array = new JsonArray();
        var min = ScalarMaker.Limit(parts, "minItems") ?? 0;
        var max = ScalarMaker.Limit(parts, "maxItems") ?? int.MaxValue;
        if (parts.First("prefixItems") is { ValueKind: JsonValueKind.Array } prefix)
        {
            foreach (var item in prefix.EnumerateArray())
            {
                array.Add(Make([item], place + "/" + array.Count));
            }

            return array;
        }

        var items = parts.All.Select(part => RawDocument.Member(part, "items")).OfType<JsonElement>().ToList();
        var wanted = IsFull ? new[] { 1, 0, 2 }[chooser.Choose(place + "!items", 3)] : 0;
        var count = (int)Math.Min(Math.Max(wanted, min), max);
        for (var i = 0; i < count; i++)
        {
            var item = Make(items, place + "/items");
            if (i > 0 && parts.Any("uniqueItems") && array.Any(other => JsonNode.DeepEquals(other, item)))
            {
                if (array.Count >= min)
                {
                    break;
                }

                throw new CannotMakeException("unique items");
            }

            array.Add(item);
        }

        return array;
    }

    /// <summary>Whether optional members are made at this place.</summary>
    internal bool IsFull => full && _depth <= MaxFullDepth && _references <= 1;

    internal RawDocument Document => document;

    internal Chooser Chooser => chooser;

    /// <summary>Makes a member of an object; choices inside other named objects are theirs.</summary>
    internal JsonNode? Member(IReadOnlyList<JsonElement> schemas, string place) => Make(schemas, place);

    /// <summary>Whether a named schema is being made.</summary>
    internal bool IsInside(string name) => _names.Contains(name);

    /// <summary>Closes choices when the value belongs to another named object.</summary>
    internal void EnterObject()
    {
        if (_references > 1)
        {
            chooser.IsOpen = false;
        }
    }

    private static List<string> Types(SchemaParts parts)
    {
        List<string>? types = null;
        foreach (var part in parts.All)
        {
            var own = RawDocument.Member(part, "type") switch
            {
                { ValueKind: JsonValueKind.String } type => [type.GetString()!],
                { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList(),
                _ => null,
            };
            if (own is not null)
            {
                types = types is null ? own : [.. types.Select(type => own.Contains(type) ? type : own.Contains("integer") && type == "number" ? "integer" : own.Contains("number") && type == "integer" ? type : null).OfType<string>()];
            }
        }

        return types ?? [];
    }

    private static bool IsOf(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.String => type is "string" or "file",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Array => type == "array",
        JsonValueKind.Object => type == "object",
        _ => false,
    };

    private static string Inferred(SchemaParts parts) =>
        parts.First("properties") is not null || parts.First("additionalProperties") is { ValueKind: JsonValueKind.Object or JsonValueKind.False } || parts.First("required") is { ValueKind: JsonValueKind.Array } ? "object"
        : parts.First("items") is { ValueKind: JsonValueKind.Object } || parts.First("prefixItems") is not null ? "array"
        : parts.First("pattern") is not null || parts.First("minLength") is not null || parts.First("format") is { } format && format.GetString() is "date-time" or "date" or "uuid" or "uri" ? "string" : "";
}
