using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp;

/// <summary>The limits of a schema in words, for an XML comment.</summary>
internal static class ConstraintText
{
    /// <summary>Sentences such as "1 to 14; the server assumes 3 when omitted.", or "".</summary>
    public static string Of(Schema schema, bool isOptional)
    {
        var limits = schema switch
        {
            NumberSchema number => Range(number),
            TextSchema text => Count(text.MinLength, text.MaxLength, "character", "characters"),
            ArraySchema array => Count(array.MinItems, array.MaxItems, "element", "elements"),
            _ => "",
        };
        if (schema is TextSchema { Pattern: { Length: > 0 and <= 100 } pattern })
        {
            limits = Join(limits, "matches " + pattern);
        }

        var assumed = isOptional && schema.Default is { } value && JsonText(value) is { Length: > 0 and <= 60 } text2 ? "the server assumes " + text2 + " when omitted" : "";
        var sentence = Join(limits, assumed);
        return sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence.Substring(1) + ".";
    }

    private static string Range(NumberSchema number)
    {
        var multiple = number.MultipleOf is { } step ? "a multiple of " + step : "";
        var range = (number.Minimum, number.Maximum) switch
        {
            ({ } low, { } high) when !number.MinimumIsExclusive && !number.MaximumIsExclusive => low + " to " + high,
            ({ } low, { } high) => (number.MinimumIsExclusive ? "more than " : "at least ") + low + " and " + (number.MaximumIsExclusive ? "less than " : "at most ") + high,
            ({ } low, null) => (number.MinimumIsExclusive ? "more than " : "at least ") + low,
            (null, { } high) => (number.MaximumIsExclusive ? "less than " : "at most ") + high,
            _ => "",
        };
        return Join(range, multiple);
    }

    private static string Count(long? minimum, long? maximum, string one, string many) => (minimum, maximum) switch
    {
        ({ } low, { } high) when low == high => Number(low, one, many),
        ({ } low and > 0, { } high) => low.ToString(System.Globalization.CultureInfo.InvariantCulture) + " to " + Number(high, one, many),
        ({ } low and > 0, null) => "at least " + Number(low, one, many),
        (_, { } high) => "at most " + Number(high, one, many),
        _ => "",
    };

    private static string Number(long count, string one, string many) =>
        count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    private static string Join(string left, string right) => left.Length == 0 ? right : right.Length == 0 ? left : left + "; " + right;

    private static string JsonText(JsonValue value) => value.Kind switch
    {
        JsonKind.String or JsonKind.Number => value.Text,
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => "",
    };
}
