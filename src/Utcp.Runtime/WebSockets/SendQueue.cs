using System.Net.WebSockets;

namespace Utcp.WebSockets;

/// <summary>
/// The messages on their way out. Whoever comes first writes, the others queue up. No caller's token reaches the socket: to cancel a write is to lose the
/// connection, and the other calls on it with it.
/// </summary>
internal sealed class SendQueue(WebSocket socket, TimeSpan limit, Action<EndReason, Exception?> fail) : IThreadPoolWorkItem
{
    private readonly Queue<Outgoing> _waiting = new();
    private bool _isSending;
    private bool _isClosed;

    /// <summary>Whether a message is being written.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_waiting)
            {
                return _isSending;
            }
        }
    }

    public void Send(in Outgoing message)
    {
        lock (_waiting)
        {
            if (_isClosed || _isSending)
            {
                if (!_isClosed)
                {
                    _waiting.Enqueue(message);
                    return;
                }
            }
            else
            {
                _isSending = true;
            }
        }

        if (_isClosed)
        {
            Finish(message);
            return;
        }

        // The first message is written here and now; those that came meanwhile are no business of this caller.
        var write = WriteAsync(message);
        if (write.IsCompletedSuccessfully)
        {
            GoOn();
        }
        else
        {
            _ = AwaitAsync(write);
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Execute() => _ = DrainAsync();

    /// <summary>Gives up all that waits.</summary>
    public void Close()
    {
        Outgoing[] rest;
        lock (_waiting)
        {
            _isClosed = true;
            rest = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var message in rest)
        {
            Finish(message);
        }
    }

    private static void Finish(in Outgoing message)
    {
        message.Owner?.Dispose();
        message.Written?.TrySetResult();
    }

    private void GoOn()
    {
        lock (_waiting)
        {
            _isSending = _waiting.Count > 0;
            if (!_isSending)
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task AwaitAsync(ValueTask write)
    {
        await write.ConfigureAwait(false);
        GoOn();
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            Outgoing next;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _isSending = false;
                    return;
                }
            }

            await WriteAsync(next).ConfigureAwait(false);
        }
    }

    private ValueTask WriteAsync(in Outgoing message)
    {
        // Nobody waits for it any more, and nothing of it was sent.
        if (message.Exchange is { IsOver: true })
        {
            Finish(message);
            return default;
        }

        message.Exchange?.IsSent = true;
        ValueTask write;
        try
        {
            var flags = message.IsSecret ? WebSocketMessageFlags.EndOfMessage | WebSocketMessageFlags.DisableCompression : WebSocketMessageFlags.EndOfMessage;
            write = socket.SendAsync(message.Bytes, message.Type, flags, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            Finish(message);
            fail(EndReason.Broken, e);
            return default;
        }

        if (write.IsCompletedSuccessfully)
        {
            Finish(message);
            return default;
        }

        return WaitAsync(write, message);
    }

    private async ValueTask WaitAsync(ValueTask write, Outgoing message)
    {
        var task = write.AsTask();
        try
        {
            await task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            fail(EndReason.Stuck, e);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            fail(EndReason.Broken, e);
        }

        try
        {
            // The bytes belong to the socket until it is done with them.
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            Finish(message);
        }
    }
}
