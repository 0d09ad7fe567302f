using System.Text;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Http;

/// <summary>Reads results whose type depends on the status of the answer.</summary>
internal static class StatusAnswerReader
{
    /// <summary>Reads the result, by its JSON alone where no case is for the status.</summary>
    public static T Read<T>(in Answer answer, HttpOperation operation)
        where T : struct, IJsonUnion<T>
    {
        foreach (var item in operation.Results)
        {
            if (answer.Status >= item.From && answer.Status <= item.To)
            {
                return Read<T>(answer, item, operation.Tool);
            }
        }

        return AnswerReader.Read<T, ModelCodec<T>>(answer, operation.Tool);
    }

    /// <summary>The same for results that some answers leave out.</summary>
    public static T? ReadOrNull<T>(in Answer answer, HttpOperation operation)
        where T : struct, IJsonUnion<T>
        => answer.Body.IsEmpty ? null : Read<T>(answer, operation);

    private static T Read<T>(in Answer answer, StatusCase item, string tool)
        where T : struct, IJsonUnion<T>
    {
        var isJson = MediaTypes.IsJson(answer.ContentType);
        try
        {
            switch (item.Form)
            {
                case CaseForm.Bytes:
                    return Convert<T>(item.Case, Convert64(answer.Body));
                case CaseForm.Text when !isJson:
                    return Convert<T>(item.Case, ResponseText.Decode(answer.Body, answer.ContentType));
            }

            if (answer.Body.IsEmpty)
            {
                throw AnswerFailure.Empty(answer, tool);
            }

            // Servers that forget the type, or say text/plain, often send JSON all the same.
            if (!isJson && answer.ContentType is { } type && !MediaTypes.Essence(type).Equals("text/plain", StringComparison.OrdinalIgnoreCase))
            {
                throw AnswerFailure.WrongType(answer, tool);
            }

            var encoding = ResponseText.EncodingOf(answer.Body, answer.ContentType, out var mark);
            return encoding is UTF8Encoding
                ? JsonDocumentText.ReadCase<T>(answer.Body[mark..], item.Case)
                : JsonDocumentText.ReadCase<T>(Encoding.Convert(encoding, Encoding.UTF8, answer.Buffer, mark, answer.Body.Length - mark), item.Case);
        }
        catch (JsonException e)
        {
            throw AnswerFailure.Unreadable(e, answer, tool);
        }
    }

    private static string Convert64(ReadOnlySpan<byte> body) => System.Convert.ToBase64String(body);

    private static T Convert<T>(int index, string text)
        where T : struct, IJsonUnion<T>
    {
        using var json = JsonOutput.Rent();
        json.WriteString(text);
        return JsonDocumentText.ReadCase<T>(json.WrittenSpan, index);
    }
}
