using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Utcp.Validation;

/// <summary>
/// Rewrites a schema of any draft into one that NJsonSchema judges exactly and safely: keywords it does not know, or knows differently, are expressed otherwise or left out; no
/// reference leads out of it; none leads back to itself without a step into the value, which would never end.
/// </summary>
internal sealed class SchemaPreparation
{
    private const int MaxDefinitions = 2000;

    private readonly SchemaTree _tree;
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Queue<string> _waiting = new();
    private readonly List<TextRules> _texts = [];

    private SchemaPreparation(JsonElement root) => _tree = new(root);

    public static (string Json, IReadOnlyList<TextRules> Texts) Prepare(JsonElement root)
    {
        var preparation = new SchemaPreparation(root);
        var schema = preparation.Convert(root, "").AsObject();
        var definitions = new JsonObject();
        while (preparation._waiting.TryDequeue(out var pointer))
        {
            definitions[preparation._definitions[pointer]] = preparation.Convert(preparation._tree.Find(pointer)!.Value, pointer);
        }

        schema["definitions"] = definitions;
        return (schema.ToJsonString(), preparation._texts);
    }

    private JsonNode Convert(JsonElement schema, string at)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            return new JsonObject { ["not"] = new JsonObject() };
        }

        var result = new JsonObject();
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return result;
        }

        if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String)
        {
            // NJsonSchema overlooks what stands beside a reference.
            return Reference(reference.GetString()!, at);
        }

        foreach (var member in schema.EnumerateObject())
        {
            Add(result, schema, member, at + "/" + SchemaTree.Escape(member.Name));
        }

        AddText(result, schema);
        return result;
    }

    private JsonObject Reference(string reference, string at)
    {
        if (_tree.Follow(reference) is not { } pointer || _tree.Reaches(pointer, at))
        {
            return [];
        }

        if (!_definitions.TryGetValue(pointer, out var name))
        {
            if (_definitions.Count == MaxDefinitions)
            {
                return [];
            }

            name = "d" + _definitions.Count.ToString(CultureInfo.InvariantCulture);
            _definitions.Add(pointer, name);
            _waiting.Enqueue(pointer);
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + name };
    }

    private void Add(JsonObject result, JsonElement owner, JsonProperty member, string at)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case "type":
                result["type"] = JsonNode.Parse(value.GetRawText());
                break;
            case "required" when value.ValueKind == JsonValueKind.Array:
                result["required"] = new JsonArray([.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => (JsonNode)item.GetString()!).DistinctBy(item => item.ToString())]);
                break;
            case "minimum" or "maximum" or "multipleOf" when value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _):
            case "exclusiveMinimum" or "exclusiveMaximum" when value.ValueKind is JsonValueKind.True or JsonValueKind.False || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _)):
            case "minItems" or "maxItems" or "minProperties" or "maxProperties" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _):
            case "uniqueItems" when value.ValueKind == JsonValueKind.True && SchemaTree.HasScalarItems(owner):
                result[member.Name] = JsonNode.Parse(value.GetRawText());
                break;
            case "const" when SchemaTree.IsComparable(value):
                result["enum"] = new JsonArray(JsonNode.Parse(value.GetRawText()));
                break;
            case "enum" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(SchemaTree.IsComparable) && !owner.TryGetProperty("const", out _):
                result["enum"] = JsonNode.Parse(value.GetRawText());
                break;
            case "properties" or "patternProperties" when value.ValueKind == JsonValueKind.Object:
                if (member.Name == "properties" || value.EnumerateObject().All(property => TryPattern(property.Name, RegexOptions.None) is not null && !property.Name.Contains('(', StringComparison.Ordinal)))
                {
                    result[member.Name] = Map(value, at);
                }

                break;
            case "additionalProperties" when !(owner.TryGetProperty("patternProperties", out _) && !result.ContainsKey("patternProperties") && !IsJudged(owner)):
                result["additionalProperties"] = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonNode.Parse(value.GetRawText()) : Convert(value, at);
                break;
            case "items" when owner.TryGetProperty("prefixItems", out _):
                result["additionalItems"] = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonNode.Parse(value.GetRawText()) : Convert(value, at);
                break;
            case "prefixItems" or "items" or "allOf" or "anyOf" or "oneOf" when value.ValueKind == JsonValueKind.Array:
                result[member.Name == "prefixItems" ? "items" : member.Name] = List(value, at);
                break;
            case "items" or "not" when value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False:
                result[member.Name] = Convert(value, at);
                break;
        }
    }

    private static bool IsJudged(JsonElement owner) =>
        owner.GetProperty("patternProperties") is { ValueKind: JsonValueKind.Object } patterns
        && patterns.EnumerateObject().All(property => TryPattern(property.Name, RegexOptions.None) is not null && !property.Name.Contains('(', StringComparison.Ordinal));

    private JsonArray List(JsonElement items, string at) =>
        new([.. items.EnumerateArray().Select((item, index) => Convert(item, at + "/" + index.ToString(CultureInfo.InvariantCulture)))]);

    private JsonObject Map(JsonElement members, string at)
    {
        var result = new JsonObject();
        foreach (var member in members.EnumerateObject())
        {
            result[member.Name] = Convert(member.Value, at + "/" + SchemaTree.Escape(member.Name));
        }

        return result;
    }

    private void AddText(JsonObject result, JsonElement schema)
    {
        var pattern = schema.TryGetProperty("pattern", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        var regex = pattern is null ? null : TryPattern(pattern, RegexOptions.NonBacktracking) ?? TryPattern(pattern, RegexOptions.None);
        var (minimum, maximum) = (Length("minLength"), Length("maxLength"));
        if (regex is not null || minimum is not null || maximum is not null)
        {
            var format = TextRules.Prefix + _texts.Count.ToString(CultureInfo.InvariantCulture);
            _texts.Add(new TextRules(format, minimum, maximum, regex, pattern));
            result["format"] = format;
        }

        int? Length(string name) => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var length) ? length : null;
    }

    private static Regex? TryPattern(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
