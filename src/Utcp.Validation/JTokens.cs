using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Utcp.Validation;

/// <summary>Turns JSON values into what NJsonSchema reads. Strings stay strings, whatever they look like, and 1.0 is an integer, as JSON Schema says.</summary>
internal static class JTokens
{
    public static JToken Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(Of)),
        JsonValueKind.String => new JValue(value.GetString()),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => new JValue(true),
        JsonValueKind.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    private static JObject Object(JsonElement value)
    {
        var result = new JObject();
        foreach (var member in value.EnumerateObject())
        {
            result[member.Name] = Of(member.Value);
        }

        return result;
    }

    private static JValue Number(JsonElement value)
    {
        if (value.TryGetInt64(out var integer))
        {
            return new JValue(integer);
        }

        if (value.TryGetDecimal(out var number))
        {
            // Dividing by one with 28 decimals removes zeros at the end.
            return decimal.IsInteger(number) ? new JValue(new BigInteger(number)) : new JValue(number / 1.0000000000000000000000000000m);
        }

        // A bound is a decimal, so what lies beyond cannot be compared; its type can.
        var approximate = value.GetDouble();
        return double.IsInteger(approximate) ? new JValue(new BigInteger(approximate)) : new JValue(approximate);
    }
}
