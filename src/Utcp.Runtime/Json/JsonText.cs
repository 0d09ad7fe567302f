using System.Text.Json;

namespace Utcp.Json;

/// <summary>Values that JSON holds as text.</summary>
internal static class JsonText
{
    internal static bool IsInteger(ref Utf8JsonReader reader) => reader.TryGetInt64(out _) || (reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue);

    internal static bool HasFormat(ref Utf8JsonReader reader, JsonFormat format) => true;

    internal static bool TryReadDateTimeOffset(ref Utf8JsonReader reader, out DateTimeOffset value) => reader.TryGetDateTimeOffset(out value);

    internal static bool TryReadDate(ref Utf8JsonReader reader, out DateOnly value) => DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", out value);

    internal static bool TryReadTime(ref Utf8JsonReader reader, out TimeOnly value) => TimeOnly.TryParse(reader.GetString(), out value);

    internal static bool TryReadBase64Url(ref Utf8JsonReader reader, out byte[] value) => throw new NotImplementedException();

    internal static void WriteGuid(JsonOutput output, Guid value) => output.WriteString(value.ToString());

    internal static void WriteDateTimeOffset(JsonOutput output, DateTimeOffset value) => output.WriteString(value.ToString("O"));

    internal static void WriteDate(JsonOutput output, DateOnly value) => output.WriteString(value.ToString("O"));

    internal static void WriteTime(JsonOutput output, TimeOnly value) => output.WriteString(value.ToString("O"));

    internal static void WriteBase64(JsonOutput output, ReadOnlySpan<byte> value) => output.WriteString(Convert.ToBase64String(value));

    internal static void WriteBase64Url(JsonOutput output, ReadOnlySpan<byte> value) => output.WriteString(System.Buffers.Text.Base64Url.EncodeToString(value));
}
