using System.Buffers;
using System.Net;
using Utcp.Http;

namespace Utcp.Authentication;

/// <summary>Asks token endpoints for tokens (RFC 6749, section 4.4): with the credentials in the body, and on 400 or 401 once more with HTTP Basic.</summary>
internal static class TokenEndpoint
{
    private const int MaxReply = 64 * 1024;

    public static async Task<AccessToken> FetchAsync(UtcpChannel channel, TokenRequest request, TimeProvider time, TimeSpan defaultLifetime)
    {
        var url = new Uri(request.Url);
        var deadline = channel.Deadlines.Start(channel.Timeout, default);
        var reply = ArrayPool<byte>.Shared.Rent(MaxReply + 1);
        try
        {
            var (status, length) = await AskAsync(channel, url, request, inBody: true, reply, deadline.Token).ConfigureAwait(false);
            if (status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                (status, length) = await AskAsync(channel, url, request, inBody: false, reply, deadline.Token).ConfigureAwait(false);
            }

            if ((int)status is < 200 or > 299)
            {
                var code = TokenReply.ErrorCode(reply.AsSpan(0, Math.Min(length, MaxReply)));
                throw new TokenFailure($"the token endpoint {url.Host} gave no token: {StatusFailure.Name((int)status)}{(code is null ? "" : ", " + code)}");
            }

            if (length > MaxReply)
            {
                throw new TokenFailure($"the reply of the token endpoint {url.Host} has more than {MaxReply} bytes");
            }

            return TokenReply.Read(reply.AsSpan(0, length), url.Host, time.GetUtcNow(), defaultLifetime);
        }
        catch (OperationCanceledException e) when (deadline.IsOver)
        {
            throw new TokenFailure($"the token endpoint {url.Host} did not answer in time", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            throw new TokenFailure($"the connection to the token endpoint {url.Host} failed", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(reply, clearArray: true);
            deadline.Dispose();
        }
    }

    private static async Task<(HttpStatusCode Status, int Length)> AskAsync(UtcpChannel channel, Uri url, TokenRequest request, bool inBody, byte[] reply, CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, url);
        message.Content = Form(request, inBody);
        message.Headers.TryAddWithoutValidation("Accept", MediaTypes.Json);
        if (channel.UserAgent is { } agent)
        {
            message.Headers.TryAddWithoutValidation("User-Agent", agent);
        }

        if (!inBody)
        {
            // Both parts are form-encoded first (RFC 6749, section 2.3.1), which also takes care of colons.
            message.Headers.TryAddWithoutValidation("Authorization", BasicPlan.Encode(Escape(request.ClientId), Escape(request.ClientSecret)));
        }

        using var response = await channel.Invoker.SendAsync(message, token).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        var length = 0;
        while (length <= MaxReply)
        {
            var read = await stream.ReadAsync(reply.AsMemory(length, MaxReply + 1 - length), token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return (response.StatusCode, length);
    }

    private static PooledContent Form(TokenRequest request, bool withCredentials)
    {
        var text = default(UrlText);
        text.Append("grant_type=client_credentials");
        if (withCredentials)
        {
            text.Append("&client_id=");
            FormBody.Append(ref text, request.ClientId);
            text.Append("&client_secret=");
            FormBody.Append(ref text, request.ClientSecret);
        }

        if (request.Scope is { } scope)
        {
            text.Append("&scope=");
            FormBody.Append(ref text, scope);
        }

        var bytes = new PooledBytes();
        bytes.Write(text.Span);
        text.Release();
        var content = new PooledContent(bytes.Detach(out var length), length);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        return content;
    }

    private static string Escape(string value)
    {
        var text = default(UrlText);
        FormBody.Append(ref text, value);
        var escaped = text.Span.ToString();
        text.Release();
        return escaped;
    }
}
