using System.Text.Json;

namespace Utcp.Json;

public static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    public static string String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        throw JsonError.Expected("a string", ref reader);
    }

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonError.Expected("a boolean", ref reader),
    };

    /// <summary>Reads a 32-bit integer. <c>1.0</c> and <c>1e2</c> are integers too.</summary>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt32(out var value) ? value
                : reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number
                : throw JsonError.OutOfRange("a 32-bit integer", ref reader);
        }

        throw JsonError.Expected("an integer", ref reader);
    }

    /// <summary>Reads a 64-bit integer. <c>1.0</c> and <c>1e2</c> are integers too.</summary>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var value) ? value
                : reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number
                : throw JsonError.OutOfRange("a 64-bit integer", ref reader);
        }

        throw JsonError.Expected("an integer", ref reader);
    }

    /// <summary>Reads a number.</summary>
    public static double Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (!reader.HasValueSequence && PlainNumber.TryParse(reader.ValueSpan, out var plain))
            {
                return plain;
            }

            return reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw JsonError.OutOfRange("a double", ref reader);
        }

        throw JsonError.Expected("a number", ref reader);
    }

    /// <summary>Reads a decimal number.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDecimal(out var value) ? value : throw JsonError.OutOfRange("a decimal", ref reader);
        }

        throw JsonError.Expected("a number", ref reader);
    }

    /// <summary>Reads a UUID.</summary>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return JsonText.TryReadGuid(ref reader, out var value) ? value : throw JsonError.NotA("a UUID", ref reader);
    }

    /// <summary>Reads a date and time; without an offset it is UTC.</summary>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return JsonText.TryReadDateTimeOffset(ref reader, out var value) ? value : throw JsonError.NotA("a date and time", ref reader);
    }

    /// <summary>Reads a date.</summary>
    public static DateOnly Date(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return JsonText.TryReadDate(ref reader, out var value) ? value : throw JsonError.NotA("a date (yyyy-MM-dd)", ref reader);
    }

    /// <summary>Reads a time of day.</summary>
    public static TimeOnly Time(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return JsonText.TryReadTime(ref reader, out var value) ? value : throw JsonError.NotA("a time (HH:mm:ss)", ref reader);
    }

    /// <summary>Reads a duration of days, hours, minutes and seconds.</summary>
    public static TimeSpan Duration(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return IsoDuration.TryParse(reader.GetString(), out var value) ? value : throw JsonError.NotA("an ISO 8601 duration without years and months", ref reader);
    }

    /// <summary>Reads a URI or a relative reference.</summary>
    public static Uri Uri(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return System.Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out var value) ? value : throw JsonError.NotA("a URI", ref reader);
    }

    /// <summary>Reads base64 text; base64url is understood too.</summary>
    public static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader)
    {
        ExpectString(ref reader);
        return JsonText.TryReadBytes(ref reader, out var value) ? value : throw JsonError.NotA("base64 text", ref reader);
    }

    /// <summary>Reads base64url text; base64 is understood too.</summary>
    public static ReadOnlyMemory<byte> Base64Url(ref Utf8JsonReader reader) => Bytes(ref reader);

    /// <summary>Reads any JSON value.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    private static void ExpectString(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonError.Expected("a string", ref reader);
        }
    }

    /// <summary>Reads a file: base64 text.</summary>
    public static UtcpFile File(ref Utf8JsonReader reader) => new(Bytes(ref reader));
}
