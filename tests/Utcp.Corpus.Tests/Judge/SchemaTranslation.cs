using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;

namespace Utcp.Corpus.Tests.Judge;

/// <summary>
/// Writes OpenAPI schemas as the JSON Schema that NJsonSchema 10 knows (draft 4 to 7). What changes, and why:
/// <list type="bullet">
/// <item><c>nullable</c> and <c>x-nullable</c> become a type or branch with null; NJsonSchema knows them only beside other settings.</item>
/// <item><c>const</c> becomes <c>enum</c>, boolean schemas <c>{}</c> and <c>not: {}</c>, <c>prefixItems</c> an array of <c>items</c>, siblings of <c>$ref</c> (3.1) an <c>allOf</c>: 3.1 keywords that NJsonSchema lacks.</item>
/// <item><c>oneOf</c> becomes <c>anyOf</c>: branches of real documents overlap, and values are compared with what was read anyway.</item>
/// <item><c>pattern</c> and formats other than date-time, date, uuid, uri and byte are left out: strings are compared character by character, and values are not made from patterns.</item>
/// <item>A list under <c>items</c> becomes <c>anyOf</c>, of the items where the type is an array: OpenAPI knows no such list, and the documents that have it mean a choice.</item>
/// <item><c>additionalProperties: false</c> beside <c>allOf</c>, <c>oneOf</c> or <c>anyOf</c>, and in a schema that others include through <c>allOf</c>, is left out: by the letter it forbids what the others ask for.</item>
/// <item><c>discriminator</c>, annotations, <c>if</c>, <c>contains</c>, <c>propertyNames</c>, <c>unevaluated*</c> and <c>dependent*</c> are left out.</item>
/// </list>
/// </summary>
internal sealed class SchemaTranslation(RawDocument document)
{
    private static readonly string[] Kept = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"];
    private static readonly string[] Formats = ["date-time", "date", "uuid", "byte"];
    private readonly Dictionary<string, string> _others = [];
    private readonly Queue<string> _missing = new();

    /// <summary>The schema, with all it refers to as definitions.</summary>
    public JsonObject Root()
    {
        var definitions = new JsonObject();
        foreach (var (name, schema) in document.Schemas)
        {
            definitions[Key(name)] = Translate(schema, document.Heirs.IsIncluded(name));
        }

        while (_missing.TryDequeue(out var reference))
        {
            definitions[_others[reference]] = document.Find(reference) is { } target ? Translate(target) : new JsonObject();
        }

        return new JsonObject { ["definitions"] = definitions };
    }

    /// <summary>The name under which a named schema stands in the definitions.</summary>
    public static string Key(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter.ToString() : "." + ((int)letter).ToString("x", null)));

    /// <summary>One schema; references go to the definitions.</summary>
    public JsonNode Translate(JsonElement schema) => Translate(schema, false);

    private JsonNode Translate(JsonElement schema, bool isIncluded)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema.ValueKind == JsonValueKind.False ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject();
        }

        var result = new JsonObject();
        if (RawDocument.TextOf(schema, "$ref") is { } reference)
        {
            var target = new JsonObject { ["$ref"] = "#/definitions/" + Target(reference) };
            if (document.Version < 31)
            {
                return target;
            }

            result["allOf"] = new JsonArray(target);
        }

        var isComposed = isIncluded || (RawDocument.Member(schema, "allOf") ?? RawDocument.Member(schema, "oneOf") ?? RawDocument.Member(schema, "anyOf")) is not null;
        foreach (var member in schema.EnumerateObject())
        {
            if (member is { Name: "items", Value.ValueKind: JsonValueKind.Array } && RawDocument.TextOf(schema, "type") == "array" && member.Value.GetArrayLength() > 0)
            {
                result["items"] = new JsonObject { ["anyOf"] = List(member.Value) };
            }
            else
            {
                Member(result, member.Name, member.Value, isComposed);
            }
        }

        return RawDocument.IsTrue(schema, "nullable") || RawDocument.IsTrue(schema, "x-nullable") ? OrNull(result) : result;
    }

    private void Member(JsonObject result, string name, JsonElement value, bool isComposed)
    {
        switch (name)
        {
            case "type" when value.ValueKind is JsonValueKind.String or JsonValueKind.Array:
                result["type"] = value.ValueKind == JsonValueKind.String && value.ValueEquals("file") ? "string" : JsonNode.Parse(value.GetRawText());
                break;
            case "enum" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0:
                result["enum"] = JsonNode.Parse(value.GetRawText());
                break;
            case "const":
                result["enum"] = new JsonArray(JsonNode.Parse(value.GetRawText()));
                break;
            case "required" when value.ValueKind == JsonValueKind.Array:
                result["required"] = JsonNode.Parse(value.GetRawText());
                break;
            case "format" when value.ValueKind == JsonValueKind.String && Formats.Contains(value.GetString()):
                result["format"] = value.GetString();
                break;
            case "properties" or "patternProperties" when value.ValueKind == JsonValueKind.Object:
                result[name] = new JsonObject(value.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Translate(property.Value))));
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.False && isComposed:
                break;
            case "additionalProperties":
                result[name] = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Translate(value);
                break;
            case "items" when value.ValueKind is JsonValueKind.Object or JsonValueKind.True:
                result[result.ContainsKey("items") ? "additionalItems" : "items"] = Translate(value);
                break;
            case "items" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0:
                AddAnyOf(result, List(value));
                break;
            case "prefixItems" when value.ValueKind == JsonValueKind.Array:
                if (result.TryGetPropertyValue("items", out var rest))
                {
                    result.Remove("items");
                    result["additionalItems"] = rest;
                }

                result["items"] = List(value);
                break;
            case "allOf" when value.ValueKind == JsonValueKind.Array:
                var all = result["allOf"]?.AsArray() ?? [];
                result.Remove("allOf");
                foreach (var item in value.EnumerateArray())
                {
                    all.Add(Translate(item));
                }

                result["allOf"] = all;
                break;
            case "oneOf" or "anyOf" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0:
                AddAnyOf(result, List(value));
                break;
            case "not" when value.ValueKind == JsonValueKind.Object:
                result["not"] = Translate(value);
                break;
            case "exclusiveMinimum" or "exclusiveMaximum" when value.ValueKind is JsonValueKind.True or JsonValueKind.Number:
                result[name] = JsonNode.Parse(value.GetRawText());
                break;
            default:
                if (Kept.Contains(name) && (value.ValueKind is JsonValueKind.True || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && Math.Abs(number) < int.MaxValue)))
                {
                    result[name] = JsonNode.Parse(value.GetRawText());
                }

                break;
        }
    }

    private JsonArray List(JsonElement list) => new([.. list.EnumerateArray().Select(Translate)]);

    // Both oneOf and anyOf may stand in one schema.
    private static void AddAnyOf(JsonObject result, JsonArray branches)
    {
        if (!result.ContainsKey("anyOf"))
        {
            result["anyOf"] = branches;
            return;
        }

        var all = result["allOf"]?.AsArray() ?? [];
        result.Remove("allOf");
        all.Add(new JsonObject { ["anyOf"] = branches });
        result["allOf"] = all;
    }

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private string Target(string reference)
    {
        if (document.NameOf(reference) is { } name && document.Find(reference) is not null)
        {
            return Key(name);
        }

        if (!_others.TryGetValue(reference, out var key))
        {
            _others[reference] = key = "other..." + _others.Count;
            _missing.Enqueue(reference);
        }

        return key;
    }
}
