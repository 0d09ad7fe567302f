using System.Threading.Tasks.Sources;
using Utcp.Generated;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.WebSockets;

/// <summary>A call that waits for items. They are read at once and wait in a bounded queue for the caller.</summary>
internal class StreamExchange<T, TCodec>(string tool, long id, WebSocketFormat format, WebSocketPool pool) : Exchange(tool, id, format), IMessageSource<T>, IValueTaskSource<bool>
    where TCodec : struct, IJsonCodec<T>
{
    private const int MaxItems = 1024;
    private readonly Queue<(T Item, int Length)> _items = new();
    private readonly int _maxBytes = pool.Options.MaxMessageBytes;
    private ManualResetValueTaskSourceCore<bool> _arrival = new() { RunContinuationsAsynchronously = true };
    private TaskCompletionSource? _room;
    private Exception? _failure;
    private long _bytes;
    private bool _isWaiting;
    private bool _isOver;

    public override bool IsOver
    {
        get
        {
            lock (_items)
            {
                return _isOver;
            }
        }
    }

    private bool IsFull => _items.Count >= MaxItems || _bytes >= _maxBytes;

    public bool? TryTake(out T item)
    {
        TaskCompletionSource? room = null;
        lock (_items)
        {
            if (!_items.TryDequeue(out var first))
            {
                item = default!;
                return _isOver ? false : null;
            }

            item = first.Item;
            _bytes -= first.Length;
            if (_room is not null && _items.Count <= MaxItems / 2 && _bytes <= _maxBytes / 2)
            {
                (room, _room) = (_room, null);
            }
        }

        room?.TrySetResult();
        return true;
    }

    public ValueTask<bool> WaitAsync()
    {
        lock (_items)
        {
            if (_items.Count > 0 || _isOver)
            {
                return new(true);
            }

            _arrival.Reset();
            _isWaiting = true;
            return new(this, _arrival.Version);
        }
    }

    public void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw _failure;
        }
    }

    public override Expectation Receive(in Incoming message)
    {
        var kind = message.Envelope.Kind;
        switch (kind)
        {
            case EnvelopeKind.Error or EnvelopeKind.ToolError:
                Fail(ReplyReader.Error(message, Tool));
                return Expectation.Nothing;
            case EnvelopeKind.End:
            // The last message may say no more than that it is the last.
            case EnvelopeKind.Result when !message.Envelope.IsPartial && !message.Envelope.HasResult:
                Finish(null);
                return Expectation.Nothing;
        }

        try
        {
            Add(ReplyReader.Read<T, TCodec>(message, Format, Tool), message.Payload.Length);
        }
        catch (UtcpException e)
        {
            // The other messages may be readable, but a stream with a hole in it is not what the caller asked for.
            Fail(e);
            return Expectation.More;
        }

        if (kind == EnvelopeKind.Result && !message.Envelope.IsPartial)
        {
            Finish(null);
            return Expectation.Nothing;
        }

        lock (_items)
        {
            return IsFull && !_isOver ? Expectation.MoreLater : Expectation.More;
        }
    }

    public override void Fail(Exception failure) => Finish(failure);

    public override void Lose(ConnectionEnd end, string host, long limit)
    {
        // Without ids nothing but the close says that a feed is over. With ids a message says so, and a close before it means that items are missing.
        if (end.IsNormal && Id == 0)
        {
            Finish(null);
        }
        else
        {
            base.Lose(end, host, limit);
        }
    }

    public override async ValueTask WaitForRoomAsync(TimeSpan limit)
    {
        Task room;
        lock (_items)
        {
            if (!IsFull || _isOver)
            {
                return;
            }

            room = (_room ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        try
        {
            await room.WaitAsync(limit, pool.Channel.Time).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            Fail(new UtcpTimeoutException($"{Tool}: items were not taken for {CallFailure.Seconds(limit)} s, and other calls wait for the same connection.", Tool, limit, e));
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _arrival.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _arrival.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _arrival.OnCompleted(continuation, state, token, flags);

    private void Add(T item, int length)
    {
        bool wake;
        lock (_items)
        {
            if (_isOver)
            {
                return;
            }

            _items.Enqueue((item, length));
            _bytes += length;
            (wake, _isWaiting) = (_isWaiting, false);
        }

        if (wake)
        {
            _arrival.SetResult(true);
        }
    }

    /// <summary>Ends the exchange, unless it has ended.</summary>
    protected void Finish(Exception? failure)
    {
        bool wake;
        TaskCompletionSource? room;
        lock (_items)
        {
            if (_isOver)
            {
                return;
            }

            (_isOver, _failure) = (true, failure);
            (wake, _isWaiting) = (_isWaiting, false);
            (room, _room) = (_room, null);
        }

        if (wake)
        {
            _arrival.SetResult(true);
        }

        room?.TrySetResult();
    }
}
