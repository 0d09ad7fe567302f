using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Utcp.Json;
using Utcp.WebSockets;

namespace Utcp;

/// <summary>
/// An open WebSocket on which both sides send what they want, such as a chat. The connection belongs to the session alone. Any thread may send; one reads.
/// Messages that are not read wait in a queue of bounded size, after which the server has to wait. Dispose it: it holds a connection.
/// </summary>
/// <typeparam name="T">The type of the messages that come.</typeparam>
public sealed class UtcpWebSocketSession<T> : IAsyncDisposable
{
    private readonly string _tool;
    private readonly SocketConnection _connection;
    private readonly Exchange _exchange;
    private readonly IMessageSource<T> _source;
    private Task<bool>? _wait;
    private int _readers;

    internal UtcpWebSocketSession(string tool, SocketConnection connection, Exchange exchange, IMessageSource<T> source)
    {
        _tool = tool;
        _connection = connection;
        _exchange = exchange;
        _source = source;
    }

    /// <summary>The subprotocol in use, or null.</summary>
    public string? Subprotocol => _connection.Subprotocol;

    /// <summary>The close status (RFC 6455, section 7.4), such as 1000; 1006 when the connection broke; null while it is open.</summary>
    public int? CloseStatus => _connection.End?.Status;

    /// <summary>The reason that the server gave for closing, or null. The server's words.</summary>
    public string? CloseReason => _connection.End?.Words;

    /// <summary>Sends a message as text. Completes when it is written; cancelling ends the wait only, as half a message would end the connection.</summary>
    /// <exception cref="UtcpConnectionException">The connection is not open any more.</exception>
    public Task SendTextAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var output = JsonOutput.Rent();
        output.WriteRaw(Encoding.UTF8.GetBytes(text));
        return WriteAsync(output, cancellationToken);
    }

    /// <summary>Sends a JSON value as text. Otherwise as <see cref="SendTextAsync"/>.</summary>
    /// <exception cref="UtcpConnectionException">The connection is not open any more.</exception>
    public Task SendJsonAsync(JsonElement value, CancellationToken cancellationToken = default)
    {
        var output = JsonOutput.Rent();
        output.WriteElement(value);
        return WriteAsync(output, cancellationToken);
    }

    /// <summary>Sends a generated type as JSON text. Otherwise as <see cref="SendTextAsync"/>.</summary>
    /// <exception cref="UtcpConnectionException">The connection is not open any more.</exception>
    /// <exception cref="ArgumentException">The value has no JSON form.</exception>
    public Task SendAsync<TMessage>(TMessage message, CancellationToken cancellationToken = default)
        where TMessage : IJsonModel<TMessage>
    {
        ArgumentNullException.ThrowIfNull(message);
        var output = JsonOutput.Rent();
        message.WriteJson(output);
        return WriteAsync(output, cancellationToken);
    }

    /// <summary>Sends a binary message. The memory must not change before the task completes. Otherwise as <see cref="SendTextAsync"/>.</summary>
    /// <exception cref="UtcpConnectionException">The connection is not open any more.</exception>
    public Task SendBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return WriteAsync(new Outgoing(bytes, WebSocketMessageType.Binary, null, null, written), cancellationToken);
    }

    /// <summary>The messages as they come, until the session is closed in good order. Leaving the loop ends the reading and leaves the session open; one loop at a time.</summary>
    /// <exception cref="UtcpException">The connection broke, the server closed it with an error, or a message does not fit the type.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _readers, 1) != 0)
        {
            throw new InvalidOperationException($"{_tool}: somebody else reads from this session.");
        }

        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (_source.TryTake(out var message))
                {
                    case true:
                        yield return message;
                        break;
                    case false:
                        _source.ThrowIfFailed();
                        yield break;
                    case null:
                        // Outlives the loop when that is cancelled, and then serves the next one.
                        _wait ??= _source.WaitAsync().AsTask();
                        await _wait.WaitAsync(cancellationToken).ConfigureAwait(false);
                        _wait = null;
                        break;
                }
            }
        }
        finally
        {
            Volatile.Write(ref _readers, 0);
        }
    }

    /// <summary>What happens on the session: that it is open, messages, and how it ends. Throws nothing but for cancellation; otherwise as <see cref="ReadAllAsync"/>.</summary>
    public async IAsyncEnumerable<UtcpWebSocketEvent<T>> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new() { Kind = UtcpWebSocketEventKind.Open };
        await using var messages = ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            UtcpWebSocketEvent<T> next;
            try
            {
                next = await messages.MoveNextAsync().ConfigureAwait(false)
                    ? new() { Kind = UtcpWebSocketEventKind.Message, Message = messages.Current }
                    : new() { Kind = UtcpWebSocketEventKind.Close, CloseStatus = CloseStatus, CloseReason = CloseReason };
            }
            catch (UtcpException e)
            {
                next = new() { Kind = UtcpWebSocketEventKind.Error, Error = e, CloseStatus = CloseStatus, CloseReason = CloseReason };
            }

            yield return next;
            if (next.Kind != UtcpWebSocketEventKind.Message)
            {
                yield break;
            }
        }
    }

    /// <summary>Closes the session and waits for the server to do the same, at most <see cref="UtcpWebSocketOptions.CloseTimeout"/>. Messages that were not read are gone.</summary>
    /// <param name="status">The close status: 1000 to 4999 without those that RFC 6455 reserves.</param>
    /// <param name="reason">At most 123 bytes of UTF-8, or null.</param>
    public Task CloseAsync(int status = 1000, string? reason = null) => _connection.CloseAsync((WebSocketCloseStatus)status, reason);

    /// <summary>Closes the session with status 1000.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private Task WriteAsync(JsonOutput output, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return WriteAsync(new Outgoing(output.WrittenMemory, WebSocketMessageType.Text, output, null, written), cancellationToken);
    }

    private async Task WriteAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (_connection.End is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _connection.Send(message);

            // A server may answer what it got with a close before this goes on; the message was sent all the same.
            if (await message.Written!.Task.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        if (_connection.End is { } end)
        {
            throw end.For(_exchange, _connection.Target.Host, 0);
        }
    }
}
