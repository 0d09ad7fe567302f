using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the values of keywords. A value of the wrong kind is reported and then counts as absent.</summary>
internal sealed class KeywordReader(ProblemList problems)
{
    public string? Text(JsonValue node, string name) => Get(node, name, v => v.IsString, "a string")?.Text;

    public bool Flag(JsonValue node, string name) => Get(node, name, v => v.IsBoolean, "true or false")?.Kind == JsonKind.True;

    public JsonValue? Object(JsonValue node, string name) => Get(node, name, v => v.IsObject, "an object");

    public JsonValue? List(JsonValue node, string name) => Get(node, name, v => v.IsArray, "an array");

    public JsonValue? Schema(JsonValue node, string name) => Get(node, name, v => v.IsObject || v.IsBoolean, "a schema");

    public string? Number(JsonValue node, string name) => Get(node, name, v => v.Kind == JsonKind.Number, "a number")?.Text;

    /// <summary>A whole number of at least 0; 2.0 is one (JSON Schema 2020-12 core, section 4.2.3).</summary>
    public long? Count(JsonValue node, string name) =>
        Get(node, name, v => v.Kind == JsonKind.Number && ParseCount(v.Text) is not null, "a whole number of at least 0") is { } value ? ParseCount(value.Text) : null;

    public void Invalid(JsonValue value, string message) => problems.Add(ProblemCodes.InvalidSchema, value, message);

    private JsonValue? Get(JsonValue node, string name, Func<JsonValue, bool> fits, string kind)
    {
        var value = SchemaKeywords.Get(node, name);
        if (value is null || fits(value))
        {
            return value;
        }

        Invalid(value, $"The keyword {Excerpt.Of(name)} takes {kind}; {Describe(value)} is ignored.");
        return null;
    }

    private static long? ParseCount(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number < 0 || number != decimal.Truncate(number))
        {
            return null;
        }

        return number > long.MaxValue ? long.MaxValue : (long)number;
    }

    public static string Describe(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number => "the number " + (value.Text.Length > 40 ? value.Text.Substring(0, 40) + "…" : value.Text),
        JsonKind.String => "the string " + Excerpt.Of(value.Text),
        JsonKind.Array => "an array",
        _ => "an object",
    };
}
