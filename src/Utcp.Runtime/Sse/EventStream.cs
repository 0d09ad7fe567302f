using System.Net;
using System.Net.ServerSentEvents;
using Utcp.Http;
using Utcp.Json;
using Utcp.Telemetry;

namespace Utcp.Sse;

/// <summary>The events of an <c>sse</c> tool (UTCP section 2.8, D27, D28).</summary>
internal sealed class EventStream<T, TCodec>(UtcpRequest request, Exception? failure, CancellationToken caller) : AnswerStream<T>(request, failure, caller)
    where TCodec : struct, IJsonCodec<T>
{
    private readonly Reconnection _reconnection = new(request);
    private LiveBody? _body;
    private SseParser<EventValue<T>>? _parser;
    private IAsyncEnumerator<SseItem<EventValue<T>>>? _events;
    private long _count;
    private bool _isDone;

    public override string? EventType => _events?.Current.EventType;

    public override string? EventId => _events?.Current.EventId;

    public override TimeSpan? ReconnectionInterval => _events?.Current.ReconnectionInterval;

    protected override ValueTask<bool> NextAsync()
    {
        if (_events is null)
        {
            return GoOnAsync(null);
        }

        // Events that are here already need no state machine of ours.
        while (true)
        {
            var next = _events.MoveNextAsync();
            if (!next.IsCompletedSuccessfully)
            {
                return GoOnAsync(next);
            }

            if (!next.Result)
            {
                return GoOnAsync(new(false));
            }

            switch (Take())
            {
                case true:
                    return new(true);
                case null:
                    return EndAsync();
            }
        }
    }

    private async ValueTask<bool> GoOnAsync(ValueTask<bool>? next)
    {
        while (true)
        {
            UtcpException? broken = null;
            try
            {
                if (_events is null && !await OpenAsync().ConfigureAwait(false))
                {
                    return await EndAsync().ConfigureAwait(false);
                }

                while (await (next ?? _events!.MoveNextAsync()).ConfigureAwait(false))
                {
                    next = null;
                    switch (Take())
                    {
                        case true:
                            return true;
                        case null:
                            return await EndAsync().ConfigureAwait(false);
                    }
                }
            }
            catch (UtcpException e) when (_reconnection.CanFollow(e, Clock.IsOver))
            {
                broken = e;
            }
            catch (Exception e)
            {
                Fail(e);
                throw;
            }

            next = null;
            await CloseAsync().ConfigureAwait(false);
            if (broken is null && !_reconnection.CanFollowEnd())
            {
                return await EndAsync().ConfigureAwait(false);
            }

            var wait = Clock.Limit(_reconnection.Next(broken), out _);
            CallMetrics.Reconnected(Request, broken);
            Request.Channel.Log?.Reconnecting(Request.Tool, (long)wait.TotalMilliseconds, broken is null ? "its end" : CallTags.ErrorTypeOf(broken));
            await WaitAsync(wait).ConfigureAwait(false);
        }
    }

    private async ValueTask WaitAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, Request.Channel.Time, Caller).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            Fail(e);
            throw;
        }
    }

    /// <summary>Takes the event that has come.</summary>
    /// <returns>Whether it is wanted; null when the stream says that it is over, or begins again.</returns>
    private bool? Take()
    {
        var item = _events!.Current;
        _body!.Meter!.Delivered();
        if (!_reconnection.Take(item.EventId) || _isDone)
        {
            return null;
        }

        if (!item.Data.IsWanted)
        {
            return false;
        }

        Current = item.Data.Value;
        if (Request.CallOptions?.Response is { } capture)
        {
            capture.EventType = item.EventType;
            capture.EventId = item.EventId;
        }

        return true;
    }

    protected override async ValueTask CloseAsync()
    {
        if (_parser is { } parser)
        {
            _reconnection.Closed(parser.LastEventId, parser.ReconnectionInterval, _body!.Meter!.IsBetweenEvents);
        }

        if (_events is not null)
        {
            await _events.DisposeAsync().ConfigureAwait(false);
        }

        if (_body is not null)
        {
            await _body.DisposeAsync().ConfigureAwait(false);
        }

        (_events, _parser, _body) = (null, null, null);
    }

    private async ValueTask<bool> OpenAsync()
    {
        _body = await LiveBody.OpenAsync(Request, Clock, _reconnection.HasStarted, Caller).ConfigureAwait(false);
        if (_body.Status == (int)HttpStatusCode.NoContent)
        {
            return false;
        }

        if (!MediaTypes.IsEventStream(_body.ContentType))
        {
            throw AnswerFailure.WrongType(_body.ContentType, MediaTypes.EventStream, _body.Status, Request.Tool);
        }

        _body.Meter = new(Request);
        _parser = SseParser.Create(_body, Read);
        _events = _parser.EnumerateAsync(Caller).GetAsyncEnumerator(Caller);
        _reconnection.Opened();
        return true;
    }

    private EventValue<T> Read(string type, ReadOnlySpan<byte> data)
    {
        _count++;
        _isDone = EventData.IsEnd<T>(data, Request.Operation);
        return _isDone ? default : Request.Operation.EventType is { } wanted && wanted != (type.Length == 0 ? SseParser.EventTypeDefault : type)
            ? default
            : new(true, EventData.Read<T, TCodec>(data, _count, _body!.Status, Request.Tool));
    }
}
