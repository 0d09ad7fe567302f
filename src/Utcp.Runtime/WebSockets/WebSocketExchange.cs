using System.Net.WebSockets;
using Utcp.Http;
using Utcp.Json;
using Utcp.Telemetry;

namespace Utcp.WebSockets;

/// <summary>Makes calls.</summary>
internal static class WebSocketExchange
{
    /// <summary>The status of a handshake that made a connection.</summary>
    public const int SwitchingProtocols = 101;

    /// <summary>Sends the message and reads the reply.</summary>
    public static async Task<T> CallAsync<T, TCodec>(WebSocketRequest request, CancellationToken caller)
        where TCodec : struct, IJsonCodec<T>
    {
        var exchange = new CallExchange<T, TCodec>(request);
        var deadline = request.Channel.Deadlines.Start(request.Timeout, caller);
        var place = default(Place);
        var observation = CallObservation.Start(request);
        try
        {
            deadline.Token.ThrowIfCancellationRequested();
            place = await BeginAsync(request, exchange, deadline.Token).ConfigureAwait(false);
            observation?.Answered(SwitchingProtocols);
            using var registration = deadline.Token.UnsafeRegister(static (state, token) => ((Exchange)state!).Fail(new OperationCanceledException(token)), exchange);
            var result = await exchange.Result.ConfigureAwait(false);
            observation?.Succeeded();
            return result;
        }
        catch (OperationCanceledException e)
        {
            var failure = Cancelled(e, request, caller);
            observation?.Failed(failure);
            throw failure;
        }
        catch (Exception e) when (observation?.Failed(e) == true)
        {
            throw;
        }
        finally
        {
            place.End(exchange, isStream: false);
            deadline.Dispose();
        }
    }

    /// <summary>Finds or opens a connection and sends the message.</summary>
    public static async ValueTask<Place> BeginAsync(WebSocketRequest request, Exchange exchange, CancellationToken token)
    {
        var message = new Outgoing(request.Message.WrittenMemory, WebSocketMessageType.Text, request.Message, exchange);
        try
        {
            if (!request.Operation.KeepAlive)
            {
                // A connection of its own, which is nobody's afterwards (W7).
                var own = await ConnectionOpener.OpenAsync(request.Pool, request.Target, request.IsCorrelated, isAgain: false, request.Pool.Options.MaxMessageBytes, null, token).ConfigureAwait(false);
                return own.TryBegin(exchange, message) ? new(own, null) : throw OpenFailure.OfClose(own);
            }

            while (true)
            {
                var group = request.Pool.GroupOf(request.Target, request.IsCorrelated);
                if (await group.BeginAsync(exchange, message, token).ConfigureAwait(false) is { } connection)
                {
                    return new(connection, group);
                }
            }
        }
        catch (OpenFailure e)
        {
            request.Message.Dispose();
            throw e.For(request.Tool);
        }
        catch (ObjectDisposedException)
        {
            request.Message.Dispose();
            throw new UtcpConnectionException($"{request.Tool}: the channel was disposed.", request.Tool, request.Target.Host);
        }
        catch
        {
            request.Message.Dispose();
            throw;
        }
    }

    /// <summary>What a cancelled call throws.</summary>
    public static Exception Cancelled(OperationCanceledException e, WebSocketRequest request, CancellationToken caller) => caller.IsCancellationRequested
        ? new OperationCanceledException($"{request.Tool}: cancelled by the caller.", e, caller)
        : new UtcpTimeoutException($"{request.Tool}: no complete answer within {CallFailure.Seconds(request.Timeout)} s.", request.Tool, request.Timeout, e);

    /// <summary>Where an exchange takes place.</summary>
    /// <param name="Connection">The connection.</param>
    /// <param name="Group">Its group, or null when the connection is for this exchange alone.</param>
    internal readonly record struct Place(SocketConnection? Connection, ConnectionGroup? Group)
    {
        public void End(Exchange exchange, bool isStream)
        {
            if (Group is not null)
            {
                Group.End(Connection, exchange, isStream);
            }
            else if (Connection is not null)
            {
                Connection.Leave(exchange, isStream);
                Connection.Retire();
            }
        }
    }
}
