using System.Text;
using System.Text.Json;
using Utcp.Http;
using Utcp.Json;

namespace Utcp;

/// <summary>
/// The server answered with a status other than 2xx (D11), or with a redirect that leads nowhere (D14). Where the manual declares the shape of the answer and the body
/// has it, the exception is a <see cref="UtcpHttpException{TError}"/>.
/// </summary>
public class UtcpHttpException : UtcpException
{
    private readonly byte[] _body;

    /// <summary>Creates the exception. The body is kept as given.</summary>
    /// <param name="message">What failed, without the body.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="reasonPhrase">The reason as the server wrote it, or null.</param>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="body">The body, or its start.</param>
    /// <param name="isBodyTruncated">Whether the body was longer.</param>
    public UtcpHttpException(string message, string? tool, int statusCode, string? reasonPhrase, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, byte[] body, bool isBodyTruncated = false)
        : base(message, tool)
    {
        StatusCode = statusCode;
        ReasonPhrase = reasonPhrase;
        Headers = headers;
        _body = body;
        IsBodyTruncated = isBodyTruncated;
    }

    /// <summary>Creates the exception with what another one says.</summary>
    private protected UtcpHttpException(UtcpHttpException answer)
        : this(answer.Message, answer.Tool, answer.StatusCode, answer.ReasonPhrase, answer.Headers, answer._body, answer.IsBodyTruncated)
    {
    }

    /// <summary>The status code, such as 404.</summary>
    public int StatusCode { get; }

    /// <summary>The reason as the server wrote it, or null. HTTP/2 has none.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers of the answer, content headers included. Names are compared without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body, decompressed; at most <see cref="UtcpChannelOptions.MaxErrorBodyBytes"/> bytes. May hold anything the server sent, so think before logging it.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>Whether the server sent more than <see cref="Body"/> holds, or broke off.</summary>
    public bool IsBodyTruncated { get; }

    /// <summary>The body as text, by the charset that the server named, UTF-8 otherwise. Bytes that are no text become U+FFFD.</summary>
    public string BodyText => ResponseText.Decode(_body, ContentType);

    internal string? ContentType => Headers.TryGetValue("Content-Type", out var types) && types.Count > 0 ? types[0] : null;

    /// <summary>Reads the body as the error type that the manual declares. Never throws because of what the server sent.</summary>
    /// <typeparam name="T">The generated type.</typeparam>
    /// <param name="value">The error, when the body could be read as one.</param>
    /// <returns>Whether it could.</returns>
    public bool TryReadBody<T>([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
        where T : IJsonModel<T>
    {
        try
        {
            var utf8 = Encoding.UTF8.GetBytes(BodyText);
            var reader = new Utf8JsonReader(utf8);
            if (!IsBodyTruncated && reader.Read())
            {
                value = T.ReadJson(ref reader);
                return !reader.Read();
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
        }

        value = default;
        return false;
    }
}
