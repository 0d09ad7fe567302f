using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Utcp.Json;

namespace Utcp.Http;

/// <summary>Reads the result of a tool from the body of an answer (UTCP section 2.10, D12).</summary>
internal static class AnswerReader
{
    public static T Read<T, TCodec>(in Answer answer, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        var body = answer.Body;
        // 0xEF and above: no JSON starts so, a byte order mark does.
        if (body.IsEmpty || body[0] >= 0xEF || answer.ContentType is not ("application/json" or "application/json; charset=utf-8"))
        {
            return ReadOther<T, TCodec>(answer, tool);
        }

        return ReadJson<T, TCodec>(body, answer, tool);
    }

    private static T ReadJson<T, TCodec>(ReadOnlySpan<byte> json, in Answer answer, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            return JsonDocumentText.Read<T, TCodec>(json);
        }
        catch (JsonException e)
        {
            throw AnswerFailure.Unreadable(e, answer, tool);
        }
    }

    private static T ReadOther<T, TCodec>(in Answer answer, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        var type = answer.ContentType;
        var isText = type is null || MediaTypes.IsText(type);
        if (answer.Body.IsEmpty && !(typeof(T) == typeof(string) && type is not null && isText))
        {
            return ReadNothing<T, TCodec>(answer, tool);
        }

        if (!MediaTypes.IsJson(type))
        {
            if (typeof(T) == typeof(ReadOnlyMemory<byte>) || typeof(T) == typeof(ReadOnlyMemory<byte>?))
            {
                return (T)(object)new ReadOnlyMemory<byte>(answer.Body.ToArray());
            }

            // What was promised as a string, and is no JSON, is the text itself, whatever the media type is called.
            if (typeof(T) == typeof(string) && (isText || (type is not null && !MediaTypes.IsBinary(type) && IsLegible(answer.Body))))
            {
                return (T)(object)ResponseText.Decode(answer.Body, type);
            }

            if ((typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonElement?)) && type is not null && isText)
            {
                return (T)(object)AsElement(ResponseText.Decode(answer.Body, type));
            }

            if (typeof(TCodec) == typeof(DynamicCodec) && type is not null && !isText)
            {
                return (T)(object)DynamicCodec.OfBytes(answer.Body);
            }

            // Servers that forget the type, or say text/plain, often send JSON all the same.
            if (type is not null && !MediaTypes.Essence(type).Equals("text/plain", StringComparison.OrdinalIgnoreCase))
            {
                throw AnswerFailure.WrongType(answer, tool);
            }
        }

        var encoding = ResponseText.EncodingOf(answer.Body, type, out var mark);
        return encoding is UTF8Encoding
            ? ReadJson<T, TCodec>(answer.Body[mark..], answer, tool)
            : ReadJson<T, TCodec>(Encoding.Convert(encoding, Encoding.UTF8, answer.Buffer, mark, answer.Body.Length - mark), answer, tool);
    }

    private static bool IsLegible(ReadOnlySpan<byte> body) => Utf8.IsValid(body) && !body.Contains((byte)0);

    private static T ReadNothing<T, TCodec>(in Answer answer, string tool)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            return JsonDocumentText.Read<T, TCodec>("null"u8);
        }
        catch (JsonException)
        {
            throw AnswerFailure.Empty(answer, tool);
        }
    }

    private static JsonElement AsElement(string text)
    {
        using var json = JsonOutput.Rent();
        json.WriteString(text);
        return JsonDocumentText.Read<JsonElement, ElementCodec>(json.WrittenSpan);
    }
}
