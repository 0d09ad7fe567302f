using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

public static partial class JsonRead
{
    /// <summary>Reads a string, or null.</summary>
    public static string? NullableString(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : String(ref reader);

    /// <summary>Reads a boolean, or null.</summary>
    public static bool? NullableBoolean(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Boolean(ref reader);

    /// <summary>Reads a 32-bit integer, or null.</summary>
    public static int? NullableInt32(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int32(ref reader);

    /// <summary>Reads a 64-bit integer, or null.</summary>
    public static long? NullableInt64(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int64(ref reader);

    /// <summary>Reads a number, or null.</summary>
    public static double? NullableDouble(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Double(ref reader);

    /// <summary>Reads a decimal number, or null.</summary>
    public static decimal? NullableDecimal(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Decimal(ref reader);

    /// <summary>Reads a UUID, or null.</summary>
    public static Guid? NullableGuid(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Guid(ref reader);

    /// <summary>Reads a date and time (RFC 3339), or null.</summary>
    public static DateTimeOffset? NullableDateTimeOffset(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : DateTimeOffset(ref reader);

    /// <summary>Reads a date (<c>yyyy-MM-dd</c>), or null.</summary>
    public static DateOnly? NullableDate(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Date(ref reader);

    /// <summary>Reads a time of day, or null.</summary>
    public static TimeOnly? NullableTime(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Time(ref reader);

    /// <summary>Reads an ISO 8601 duration, or null.</summary>
    public static TimeSpan? NullableDuration(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Duration(ref reader);

    /// <summary>Reads a URI or a relative reference, or null.</summary>
    public static Uri? NullableUri(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Uri(ref reader);

    /// <summary>Reads base64 text, or null.</summary>
    public static ReadOnlyMemory<byte>? NullableBytes(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Bytes(ref reader);

    /// <summary>Reads base64url text, or null.</summary>
    public static ReadOnlyMemory<byte>? NullableBase64Url(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Base64Url(ref reader);

    /// <summary>Reads any JSON value; <c>null</c> counts as absent.</summary>
    public static JsonElement? NullableElement(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Element(ref reader);

    /// <summary>Reads a file: base64 text, or null.</summary>
    public static UtcpFile? NullableFile(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : File(ref reader);
}
