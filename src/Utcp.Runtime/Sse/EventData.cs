using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Sse;

/// <summary>Reads the data of events: JSON, or text where the tool's result allows text (case 87).</summary>
internal static class EventData
{
    /// <summary>Reads the data of one event; number 0 means a message, which has no number.</summary>
    /// <exception cref="UtcpResponseException">It does not fit the type.</exception>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> data, long number, int status, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        // What a type is, is a constant for values only. Classes but string take the shorter way.
        var isText = !typeof(T).IsValueType && typeof(T) == typeof(string);
        var isAny = typeof(T).IsValueType && (typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?));
        if ((isText && !MayBeJsonText(data)) || (isAny && !MayBeJson(data)))
        {
            return Text<T, TCodec>(Encoding.UTF8.GetString(data));
        }

        try
        {
            return JsonDocumentText.Read<T, TCodec>(data);
        }
        catch (JsonException e)
        {
            return isText || isAny ? Text<T, TCodec>(Encoding.UTF8.GetString(data)) : throw AnswerFailure.Unreadable(e, data, number == 0 ? "" : "event " + number.ToString(System.Globalization.CultureInfo.InvariantCulture), status, tool);
        }
    }

    /// <summary>
    /// Whether the data is the mark that OpenAI and many after it end a stream with: no JSON, and so never an item of a type. Where items are any text or JSON it is
    /// delivered like the others.
    /// </summary>
    public static bool IsEnd<T>(ReadOnlySpan<byte> data, HttpOperation operation) =>
        data is [(byte)'[' or (byte)' ', ..] && (operation.HasTypedItems || (typeof(T) != typeof(string) && typeof(T) != typeof(JsonElement) && typeof(T) != typeof(JsonElement?))) && data.Trim((byte)' ').SequenceEqual("[DONE]"u8);

    /// <summary>Text as a string or as the JSON string that it is.</summary>
    public static T Text<T, TCodec>(ReadOnlySpan<char> text)
        where TCodec : struct, IJsonCodec<T>
    {
        if (typeof(T) == typeof(string))
        {
            return (T)(object)text.ToString();
        }

        using var json = JsonOutput.Rent();
        json.WriteString(text);
        return JsonDocumentText.Read<T, TCodec>(json.WrittenSpan);
    }

    private static bool MayBeJsonText(ReadOnlySpan<byte> data) => data is [(byte)'"', ..] || data.SequenceEqual("null"u8);

    // Spares most text the cost of an exception.
    private static bool MayBeJson(ReadOnlySpan<byte> data)
    {
        var start = data.TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && start[0] is (byte)'{' or (byte)'[' or (byte)'"' or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' or (>= (byte)'0' and <= (byte)'9');
    }
}
