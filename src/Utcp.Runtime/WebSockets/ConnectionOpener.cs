using System.Net;
using System.Net.WebSockets;
using Utcp.Telemetry;

namespace Utcp.WebSockets;

/// <summary>Opens connections: the handshake through the channel's handler, whose TLS settings count and which follows no redirects (D25).</summary>
internal static class ConnectionOpener
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    /// <summary>Opens a connection, several times when the server was there before.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="target">Where to, and as whom.</param>
    /// <param name="isCorrelated">Whether messages have ids.</param>
    /// <param name="isAgain">Whether there was a connection before.</param>
    /// <param name="limit">The most bytes of a message.</param>
    /// <param name="first">What gets the messages from the very first on, or null.</param>
    /// <param name="token">Cancels the opening.</param>
    /// <exception cref="OpenFailure">There is none to be had.</exception>
    public static async Task<SocketConnection> OpenAsync(WebSocketPool pool, ConnectionTarget target, bool isCorrelated, bool isAgain, int limit, Exchange? first, CancellationToken token)
    {
        var wait = pool.Options.ReconnectDelay;
        for (var left = isAgain ? pool.Options.ReconnectAttempts : 1; ; left--)
        {
            try
            {
                ObjectDisposedException.ThrowIf(pool.IsDisposed, pool.Channel);
                return await OpenOnceAsync(pool, target, isCorrelated, limit, first, token).ConfigureAwait(false);
            }
            catch (OpenFailure e) when (left > 1 && !e.IsLasting && !pool.IsDisposed)
            {
                pool.Channel.Log?.SocketReconnecting(target.Url.IdnHost, (long)wait.TotalMilliseconds);
                await Task.Delay(wait, pool.Channel.Time, token).ConfigureAwait(false);
                wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            }
        }
    }

    private static async Task<SocketConnection> OpenOnceAsync(WebSocketPool pool, ConnectionTarget target, bool isCorrelated, int limit, Exchange? first, CancellationToken token)
    {
        var hasRenewed = false;
        while (true)
        {
            var authorization = target.Token is { } request ? await OpenFailure.TokenAsync(pool, request, token).ConfigureAwait(false) : null;
            var socket = Create(pool, target, authorization);
            try
            {
                var stream = await ConnectAsync(pool, target, socket, token).ConfigureAwait(false);
                if (target.Subprotocol is { } wanted && socket.SubProtocol != wanted)
                {
                    throw OpenFailure.OfSubprotocol(target.Host, wanted);
                }

                socket.HttpResponseHeaders = null;
                var connection = new SocketConnection(pool, target, socket, stream, authorization, isCorrelated, limit);
                if (target.FirstMessage is { } credentials)
                {
                    connection.Send(new(credentials, WebSocketMessageType.Text, null, null) { IsSecret = true });
                }

                if (first is not null)
                {
                    connection.TryBegin(first, null);
                }

                pool.Keep(connection);
                return connection;
            }
            catch (OpenFailure) when (socket.HttpStatusCode == HttpStatusCode.Unauthorized && target.Token is not null && !hasRenewed)
            {
                pool.Channel.Tokens.Drop(target.Token, authorization);
                hasRenewed = true;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private static ClientWebSocket Create(WebSocketPool pool, ConnectionTarget target, string? authorization)
    {
        var socket = new ClientWebSocket();
        var options = socket.Options;
        options.KeepAliveInterval = pool.Options.PingInterval == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : pool.Options.PingInterval;
        options.KeepAliveTimeout = pool.Options.PingTimeout;
        options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in target.Headers)
        {
            options.SetRequestHeader(name, value);
        }

        if (authorization is not null)
        {
            options.SetRequestHeader("Authorization", authorization);
        }

        if (target.Subprotocol is { } subprotocol)
        {
            options.AddSubProtocol(subprotocol);
        }

        if (pool.Options.Compression)
        {
            options.DangerousDeflateOptions = new() { ClientContextTakeover = false, ServerContextTakeover = false };
        }

        return socket;
    }

    private static async Task<GatheringStream?> ConnectAsync(WebSocketPool pool, ConnectionTarget target, ClientWebSocket socket, CancellationToken token)
    {
        var deadline = pool.Channel.Deadlines.Start(pool.ConnectTimeout, token);
        try
        {
            var handshake = new HandshakeHandler(pool.Channel.Invoker);
            await socket.ConnectAsync(target.Url, new HttpMessageInvoker(handshake), deadline.Token).ConfigureAwait(false);
            return handshake.Stream;
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or OperationCanceledException or InvalidOperationException or NotSupportedException)
        {
            if (token.IsCancellationRequested)
            {
                throw new OperationCanceledException(token);
            }

            var status = (int)socket.HttpStatusCode;
            throw deadline.IsOver || e is OperationCanceledException ? OpenFailure.OfTimeout(target.Host)
                : status is not (0 or 101) ? OpenFailure.OfStatus(status, socket.HttpResponseHeaders, target.Host)
                : OpenFailure.Of(e, target.Host);
        }
        finally
        {
            // The handler may have kept the token.
            deadline.Abandon();
        }
    }
}
