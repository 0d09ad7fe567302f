using System.Net;
using System.Net.WebSockets;
using System.Security.Authentication;
using Utcp.Authentication;
using Utcp.Http;

namespace Utcp.WebSockets;

/// <summary>Why there is no connection. Several calls may wait for one, so each makes its own exception of it.</summary>
/// <param name="create">Makes the exception for a tool.</param>
/// <param name="isLasting">Whether trying again is of no use.</param>
internal sealed class OpenFailure(Func<string, UtcpException> create, bool isLasting) : Exception
{
    public bool IsLasting => isLasting;

    public UtcpException For(string tool) => create(tool);

    /// <summary>The Authorization header that a token makes.</summary>
    public static async ValueTask<string> TokenAsync(WebSocketPool pool, TokenRequest request, CancellationToken token)
    {
        try
        {
            return await pool.Channel.Tokens.GetAsync(request, "", token).ConfigureAwait(false);
        }
        catch (UtcpAuthenticationException e)
        {
            throw new OpenFailure(tool => new UtcpAuthenticationException(tool + e.Message, tool, e.InnerException), isLasting: true);
        }
    }

    /// <summary>The server answered the handshake, and not with 101.</summary>
    public static OpenFailure OfStatus(int status, IReadOnlyDictionary<string, IEnumerable<string>>? headers, string host)
    {
        var table = (headers ?? new Dictionary<string, IEnumerable<string>>()).ToDictionary(static header => header.Key, static header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase);
        var why = status is >= 300 and < 400 ? "redirects of WebSocket handshakes are not followed" : "the WebSocket handshake failed";
        return new(tool => new UtcpHttpException($"{tool}: {why} ({StatusFailure.Name(status)} from {host}).", tool, status, null, table, []), isLasting: true);
    }

    public static OpenFailure OfTimeout(string host) =>
        new(tool => new UtcpConnectionException($"{tool}: opening a WebSocket to {host} took too long.", tool, host), isLasting: false);

    /// <summary>The server opens connections and takes no calls on them.</summary>
    public static OpenFailure OfClose(SocketConnection connection) => connection.End is { Reason: EndReason.Refused }
        ? new(tool => new UtcpAuthenticationException($"{tool}: {connection.Target.Host} refused the credentials in the first message.", tool), isLasting: true)
        : new(tool => new UtcpConnectionException($"{tool}: {connection.Target.Host} closed the connection as soon as it was open. The call was not sent.", tool, connection.Target.Host)
        {
            CloseStatus = connection.End?.Status,
            CloseReason = connection.End?.Words,
        }, isLasting: true);

    public static OpenFailure OfSubprotocol(string host, string wanted) =>
        new(tool => new UtcpConnectionException($"{tool}: {host} does not speak the subprotocol {wanted}.", tool, host), isLasting: true);

    public static OpenFailure Of(Exception e, string host)
    {
        var http = e as HttpRequestException ?? e.InnerException as HttpRequestException;
        var isTls = http?.HttpRequestError == HttpRequestError.SecureConnectionError || http?.InnerException is AuthenticationException;
        var isProtocol = e is WebSocketException { WebSocketErrorCode: WebSocketError.NotAWebSocket or WebSocketError.UnsupportedProtocol or WebSocketError.UnsupportedVersion or WebSocketError.HeaderError } && http is null;
        var what = isTls ? $"no secure connection to {host}; its certificate or protocol is not accepted"
            : http?.HttpRequestError == HttpRequestError.NameResolutionError ? $"the host {host} is unknown"
            : isProtocol ? $"{host} did not answer the handshake as a WebSocket server does"
            : $"no WebSocket connection to {host}";
        return new(tool => new UtcpConnectionException($"{tool}: {what}.", tool, host, e), isLasting: isTls || isProtocol);
    }
}
