using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

/// <summary>The statuses of an answer that reports an error and whose body has no declared shape. Immutable and shared by operations; for generated code.</summary>
/// <param name="from">The first status.</param>
/// <param name="to">The last status.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class HttpError(int from, int to)
{
    /// <summary>For one status.</summary>
    public HttpError(int status)
        : this(status, status)
    {
    }

    /// <summary>The media type of the bodies that this is for, or null for any.</summary>
    public string? MediaType { get; init; }

    /// <summary>The exception to throw: that of the first error that is for the answer, else the plain one.</summary>
    internal static UtcpHttpException Of(UtcpHttpException answer, IReadOnlyList<HttpError> errors)
    {
        for (var i = 0; i < errors.Count; i++)
        {
            if (errors[i].Covers(answer))
            {
                return errors[i].Typed(answer);
            }
        }

        return answer;
    }

    private protected virtual UtcpHttpException Typed(UtcpHttpException answer) => answer;

    private bool Covers(UtcpHttpException answer) =>
        answer.StatusCode >= from && answer.StatusCode <= to && (MediaType is null || MediaTypes.Essence(answer.ContentType).Equals(MediaType, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The statuses of an answer that reports an error, and the type of its body. For generated code.</summary>
/// <param name="from">The first status.</param>
/// <param name="to">The last status.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpError<T, TCodec>(int from, int to) : HttpError(from, to)
    where TCodec : struct, IJsonCodec<T>
{
    /// <summary>For one status.</summary>
    public HttpError(int status)
        : this(status, status)
    {
    }

    /// <summary>For all statuses.</summary>
    public HttpError()
        : this(0, int.MaxValue)
    {
    }

    private protected override UtcpHttpException Typed(UtcpHttpException answer)
    {
        if (answer.IsBodyTruncated || answer.Body.IsEmpty || !MayBeJson(answer.ContentType))
        {
            return answer;
        }

        try
        {
            var body = answer.Body.Span;
            var encoding = ResponseText.EncodingOf(body, answer.ContentType, out var mark);
            return new UtcpHttpException<T>(answer, JsonDocumentText.Read<T, TCodec>(encoding is UTF8Encoding ? body[mark..] : Encoding.UTF8.GetBytes(answer.BodyText)));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            // The status is what counts; the body is still there.
            return answer;
        }
    }

    // Servers that forget the type, or say text/plain, often send JSON all the same.
    private static bool MayBeJson(string? type) =>
        type is null || MediaTypes.IsJson(type) || MediaTypes.Essence(type).Equals("text/plain", StringComparison.OrdinalIgnoreCase);
}
