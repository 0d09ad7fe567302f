using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Values that JSON holds as text, and questions about tokens.</summary>
internal static class JsonText
{
    internal static bool IsInteger(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out _) || (reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue);

    internal static bool HasFormat(ref Utf8JsonReader reader, JsonFormat format) => format switch
    {
        JsonFormat.Guid => TryReadGuid(ref reader, out _),
        JsonFormat.DateTimeOffset => TryReadDateTimeOffset(ref reader, out _),
        JsonFormat.Date => TryReadDate(ref reader, out _),
        JsonFormat.Time => TryReadTime(ref reader, out _),
        JsonFormat.Duration => IsoDuration.TryParse(reader.GetString(), out _),
        JsonFormat.Bytes => TryReadBytes(ref reader, out _),
        _ => true,
    };

    internal static bool TryReadGuid(ref Utf8JsonReader reader, out Guid value) => reader.TryGetGuid(out value) || Guid.TryParse(reader.GetString(), out value);

    internal static bool TryReadDateTimeOffset(ref Utf8JsonReader reader, out DateTimeOffset value) =>
        IsPlain(ref reader) ? IsoDateTime.TryParse(reader.ValueSpan, out value) : IsoDateTime.TryParse(Copy(ref reader), out value);

    internal static bool TryReadDate(ref Utf8JsonReader reader, out DateOnly value) =>
        IsPlain(ref reader) ? IsoDateTime.TryParseDate(reader.ValueSpan, out value) : IsoDateTime.TryParseDate(Copy(ref reader), out value);

    internal static bool TryReadTime(ref Utf8JsonReader reader, out TimeOnly value) =>
        IsPlain(ref reader) ? IsoDateTime.TryParseTimeOnly(reader.ValueSpan, out value) : IsoDateTime.TryParseTimeOnly(Copy(ref reader), out value);

    internal static bool TryReadBytes(ref Utf8JsonReader reader, out byte[] value)
    {
        if (reader.TryGetBytesFromBase64(out value!))
        {
            return true;
        }

        var text = Copy(ref reader);
        value = Base64Url.IsValid(text) ? Base64Url.DecodeFromUtf8(text) : [];
        return value.Length > 0;
    }

    internal static void WriteGuid(JsonOutput output, Guid value)
    {
        var text = output.GetSpan(38);
        text[0] = (byte)'"';
        value.TryFormat(text[1..], out var length);
        text[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }

    /// <summary>As <c>yyyy-MM-ddTHH:mm:ss.fffffffzzz</c>, without the zeros that say nothing, and "Z" for UTC.</summary>
    internal static void WriteDateTimeOffset(JsonOutput output, DateTimeOffset value)
    {
        var text = output.GetSpan(35);
        text[0] = (byte)'"';
        var end = 1 + IsoDateTime.Format(value, text[1..]);
        text[end] = (byte)'"';
        output.Advance(end + 1);
    }

    internal static void WriteDate(JsonOutput output, DateOnly value)
    {
        var text = output.GetSpan(12);
        text[0] = (byte)'"';
        IsoDateTime.FormatDate(value, text[1..]);
        text[11] = (byte)'"';
        output.Advance(12);
    }

    internal static void WriteTime(JsonOutput output, TimeOnly value)
    {
        var text = output.GetSpan(18);
        text[0] = (byte)'"';
        var end = 1 + IsoDateTime.FormatTime(value.Ticks, text[1..]);
        text[end] = (byte)'"';
        output.Advance(end + 1);
    }

    internal static void WriteBase64(JsonOutput output, ReadOnlySpan<byte> value)
    {
        var text = output.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2);
        text[0] = (byte)'"';
        Base64.EncodeToUtf8(value, text[1..], out _, out var length);
        text[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }

    internal static void WriteBase64Url(JsonOutput output, ReadOnlySpan<byte> value)
    {
        var text = output.GetSpan(Base64Url.GetEncodedLength(value.Length) + 2);
        text[0] = (byte)'"';
        var length = Base64Url.EncodeToUtf8(value, text[1..]);
        text[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }

    private static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    private static byte[] Copy(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(reader.GetString()!);
}
