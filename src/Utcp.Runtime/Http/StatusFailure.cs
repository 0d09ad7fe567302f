using System.Buffers;
using System.Net;
using Utcp.Generated;

namespace Utcp.Http;

/// <summary>Exceptions of answers that report an error (D11).</summary>
internal static class StatusFailure
{
    public static async ValueTask<UtcpHttpException> OfAsync(UtcpRequest request, HttpResponseMessage response, CancellationToken token, string? reason = null)
    {
        var (body, isTruncated) = await ReadBodyAsync(response.Content, request.Channel.MaxErrorBodyBytes, token).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        var host = request.RequestUri!.Host;
        var message = reason is null ? $"{request.Tool}: {Name(status)} from {host}." : $"{request.Tool}: {reason} ({Name(status)} from {host}).";
        return HttpError.Of(new(message, request.Tool, status, response.ReasonPhrase, HeaderTable.Of(response), body, isTruncated), request.Operation.Errors);
    }

    // The standard phrase, not the server's: a server could reflect a secret in its own (D43).
    public static string Name(int status)
    {
        using var standard = new HttpResponseMessage((HttpStatusCode)status);
        return string.IsNullOrEmpty(standard.ReasonPhrase) ? $"{status}" : $"{status} {standard.ReasonPhrase}";
    }

    private static async ValueTask<(byte[] Body, bool IsTruncated)> ReadBodyAsync(HttpContent content, int limit, CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(limit + 1, 16 * 1024));
        var length = 0;
        var isBroken = false;
        try
        {
            var stream = await content.ReadAsStreamAsync(token).ConfigureAwait(false);
            while (length <= limit)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await stream.ReadAsync(buffer.AsMemory(length), token).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            // The status is worth more than the rest of the body.
            isBroken = true;
        }

        var body = buffer.AsSpan(0, Math.Min(length, limit)).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return (body, isBroken || length > limit);
    }
}
