using System.Net.WebSockets;

namespace Utcp.WebSockets;

/// <summary>
/// The messages on their way out. Whoever comes first writes, the others queue up, and what has queued up leaves in one piece. No caller's token reaches the socket:
/// to cancel a write is to lose the connection, and the other calls on it with it.
/// </summary>
/// <param name="socket">The socket.</param>
/// <param name="stream">The stream beneath it, to gather small messages, or null to send each by itself.</param>
/// <param name="limit">How long a write may take.</param>
/// <param name="fail">Ends the connection.</param>
internal sealed class SendQueue(WebSocket socket, GatheringStream? stream, TimeSpan limit, Action<EndReason, Exception?> fail) : IThreadPoolWorkItem
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

    /// <summary>Sends a message after those that wait.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isOneOfMany">Whether others are likely to follow at once, so that it pays to wait for them a moment.</param>
    public void Send(in Outgoing message, bool isOneOfMany)
    {
        bool isClosed;
        lock (_waiting)
        {
            isClosed = _isClosed;
            if (!isClosed)
            {
                var isFirst = !_isSending;
                _isSending = true;
                if (!isFirst || (isOneOfMany && stream is not null))
                {
                    _waiting.Enqueue(message);
                    if (isFirst)
                    {
                        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    }

                    return;
                }
            }
        }

        if (isClosed)
        {
            Finish(message, isWritten: false);
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
            Finish(message, isWritten: false);
        }
    }

    private static void Finish(in Outgoing message, bool isWritten)
    {
        message.Owner?.Dispose();
        message.Written?.TrySetResult(isWritten);
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
            stream?.Hold();
            while (TryTake(out var next))
            {
                await WriteAsync(next).ConfigureAwait(false);
            }

            if (stream is not null)
            {
                await ReleaseAsync(stream).ConfigureAwait(false);
            }

            lock (_waiting)
            {
                if (_waiting.Count == 0)
                {
                    _isSending = false;
                    return;
                }
            }
        }
    }

    private bool TryTake(out Outgoing next)
    {
        lock (_waiting)
        {
            return _waiting.TryDequeue(out next);
        }
    }

    private ValueTask WriteAsync(in Outgoing message)
    {
        // Nobody waits for it any more, and nothing of it was sent.
        if (message.Exchange is { IsOver: true })
        {
            Finish(message, isWritten: false);
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
            fail(EndReason.Broken, e);
            Finish(message, isWritten: false);
            return default;
        }

        if (write.IsCompletedSuccessfully)
        {
            Finish(message, isWritten: true);
            return default;
        }

        return WaitAsync(write, message);
    }

    private async ValueTask WaitAsync(ValueTask write, Outgoing message)
    {
        var task = write.AsTask();
        await WaitAsync(task).ConfigureAwait(false);
        Finish(message, task.IsCompletedSuccessfully);
    }

    private ValueTask ReleaseAsync(GatheringStream held)
    {
        var release = held.ReleaseAsync();
        return release.IsCompletedSuccessfully ? default : new(WaitAsync(release.AsTask()));
    }

    private async Task WaitAsync(Task write)
    {
        try
        {
            await write.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            fail(EndReason.Stuck, e);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            fail(EndReason.Broken, e);
        }

        // The bytes belong to the socket until it is done with them.
        await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
