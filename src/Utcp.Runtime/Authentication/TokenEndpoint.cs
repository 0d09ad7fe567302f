using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Utcp.Http;
using Utcp.Resilience;
using Utcp.Telemetry;

namespace Utcp.Authentication;

/// <summary>Asks token endpoints for tokens (RFC 6749, section 4.4): with the credentials in the body, and on 400 or 401 once more with HTTP Basic.</summary>
internal static class TokenEndpoint
{
    private const int MaxReply = 64 * 1024;

    /// <summary>Gets a token, or a <see cref="TokenFailure"/>. Failures that may pass are tried again as those of calls are, within <see cref="UtcpChannelOptions.Timeout"/>.</summary>
    public static async Task<AccessToken> FetchAsync(UtcpChannel channel, TokenRequest request, TimeProvider time, TimeSpan defaultLifetime)
    {
        var url = new Uri(request.Url);
        var deadline = channel.Deadlines.Start(channel.Timeout, default);
        TokenFailure? last = null;
        try
        {
            return await channel.Resilience.RunAsync(AttemptAsync, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (deadline.IsOver && e is OperationCanceledException or TokenFailure { InnerException: OperationCanceledException })
        {
            throw last is { InnerException: not OperationCanceledException } ? last : new TokenFailure($"the token endpoint {url.Host} did not answer in time", e);
        }
        finally
        {
            deadline.Dispose();
        }

        async ValueTask<AccessToken> AttemptAsync(CancellationToken token)
        {
            try
            {
                return await TokenObservation.OfAsync(FetchOnceAsync(channel, url, request, time, defaultLifetime, token), channel, url.IdnHost).ConfigureAwait(false);
            }
            catch (TokenFailure e) when (!deadline.IsOver)
            {
                last = e;
                throw;
            }
        }
    }

    private static async Task<AccessToken> FetchOnceAsync(UtcpChannel channel, Uri url, TokenRequest request, TimeProvider time, TimeSpan defaultLifetime, CancellationToken token)
    {
        var reply = ArrayPool<byte>.Shared.Rent(MaxReply + 1);
        try
        {
            var (status, length, wait) = await AskAsync(channel, url, request, inBody: true, reply, time, token).ConfigureAwait(false);
            if (status is (int)HttpStatusCode.BadRequest or (int)HttpStatusCode.Unauthorized)
            {
                (status, length, wait) = await AskAsync(channel, url, request, inBody: false, reply, time, token).ConfigureAwait(false);
            }

            if (status is < 200 or > 299)
            {
                var code = TokenReply.ErrorCode(reply.AsSpan(0, Math.Min(length, MaxReply)));
                throw new TokenFailure($"the token endpoint {url.Host} gave no token: {StatusFailure.Name(status)}{(code is null ? "" : ", " + code)}") { MayPass = TransientFailure.IsServers(status), RetryAfter = wait };
            }

            if (length > MaxReply)
            {
                throw new TokenFailure($"the reply of the token endpoint {url.Host} has more than {MaxReply} bytes");
            }

            return TokenReply.Read(reply.AsSpan(0, length), url.Host, time.GetUtcNow(), defaultLifetime);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            var mayPass = e is HttpRequestException cause ? TransientFailure.Is(cause) : e is not InvalidDataException;
            throw new TokenFailure($"the connection to the token endpoint {url.Host} failed", e) { MayPass = mayPass };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(reply, clearArray: true);
        }
    }

    private static async Task<(int Status, int Length, TimeSpan? Wait)> AskAsync(UtcpChannel channel, Uri url, TokenRequest request, bool inBody, byte[] reply, TimeProvider time, CancellationToken token)
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

        var headers = response.Headers.NonValidated;
        return ((int)response.StatusCode, length, First(headers, "Retry-After") is { } wait ? RetryAfter.Of(wait, First(headers, "Date"), time) : null);
    }

    private static string? First(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) && values.Count > 0 ? values.First() : null;

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
