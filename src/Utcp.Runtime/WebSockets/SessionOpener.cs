using Utcp.Generated;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>Opens sessions.</summary>
internal static class SessionOpener
{
    public static Task<UtcpWebSocketSession<T>> OpenAsync<T, TCodec>(UtcpChannel channel, WebSocketOperation operation, ConnectionTarget target, TimeSpan timeout, CancellationToken caller)
        where TCodec : struct, IJsonCodec<T>
        => OpenAsync<T, TCodec>(channel, operation, target, timeout, channel.WebSockets.Options.MaxMessageBytes, caller);

    /// <param name="channel">The channel.</param>
    /// <param name="operation">The tool.</param>
    /// <param name="target">Where to.</param>
    /// <param name="timeout">How long opening may take.</param>
    /// <param name="limit">The most bytes of a message.</param>
    /// <param name="caller">Cancels the opening.</param>
    public static async Task<UtcpWebSocketSession<T>> OpenAsync<T, TCodec>(UtcpChannel channel, WebSocketOperation operation, ConnectionTarget target, TimeSpan timeout, int limit, CancellationToken caller)
        where TCodec : struct, IJsonCodec<T>
    {
        caller.ThrowIfCancellationRequested();
        var tool = operation.Tool;
        var exchange = new SessionExchange<T, TCodec>(tool, operation.Format, channel.WebSockets);
        var deadline = channel.Deadlines.Start(timeout, caller);
        try
        {
            var connection = await ConnectionOpener.OpenAsync(channel.WebSockets, target, isCorrelated: false, isAgain: false, limit, exchange, deadline.Token).ConfigureAwait(false);
            return new(tool, connection, exchange, exchange);
        }
        catch (OpenFailure e)
        {
            throw e.For(tool);
        }
        catch (ObjectDisposedException)
        {
            throw new UtcpConnectionException($"{tool}: the channel was disposed.", tool, target.Host);
        }
        catch (OperationCanceledException e)
        {
            throw caller.IsCancellationRequested
                ? new OperationCanceledException($"{tool}: cancelled by the caller.", e, caller)
                : new UtcpTimeoutException($"{tool}: no connection within {CallFailure.Seconds(timeout)} s.", tool, timeout, e);
        }
        finally
        {
            deadline.Dispose();
        }
    }
}
