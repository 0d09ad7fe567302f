using System.Text.Json;

namespace Utcp.Json;

public static partial class JsonRead
{
    /// <summary>Checks a constant member.</summary>
    public static void ConstString(ref Utf8JsonReader reader, string value)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(value))
        {
            throw NotConstant(JsonError.Quote(value), ref reader);
        }
    }

    /// <summary>Checks a constant member.</summary>
    public static void ConstBoolean(ref Utf8JsonReader reader, bool value)
    {
        if (reader.TokenType != (value ? JsonTokenType.True : JsonTokenType.False))
        {
            throw NotConstant(value ? "true" : "false", ref reader);
        }
    }

    /// <summary>Checks a constant member.</summary>
    public static void ConstInt64(ref Utf8JsonReader reader, long value) => ConstDecimal(ref reader, value);

    /// <summary>Checks a constant member.</summary>
    public static void ConstDouble(ref Utf8JsonReader reader, double value)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var found) || found != value)
        {
            throw NotConstant(value.ToString(System.Globalization.CultureInfo.InvariantCulture), ref reader);
        }
    }

    /// <summary>Checks a constant member.</summary>
    public static void ConstDecimal(ref Utf8JsonReader reader, decimal value)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var found) || found != value)
        {
            throw NotConstant(value.ToString(System.Globalization.CultureInfo.InvariantCulture), ref reader);
        }
    }

    /// <summary>Checks a constant member that is an object, an array or null.</summary>
    public static void ConstElement(ref Utf8JsonReader reader, JsonElement value)
    {
        var found = Element(ref reader);
        if (!JsonElement.DeepEquals(found, value))
        {
            throw JsonError.Create($"expected the constant {value.GetRawText()}");
        }
    }

    private static JsonException NotConstant(string value, ref Utf8JsonReader reader) => JsonError.Create(
        $"expected the constant {value}, found {(reader.TokenType switch
        {
            JsonTokenType.String => JsonError.Quote(reader.GetString()!),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => JsonError.RawText(ref reader),
            _ => JsonError.Describe(ref reader),
        })}");
}
