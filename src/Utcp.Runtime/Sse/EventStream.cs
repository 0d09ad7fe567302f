using System.Net;
using System.Net.ServerSentEvents;
using Utcp.Http;
using Utcp.Json;

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

    protected override async ValueTask<bool> NextAsync()
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

                while (await _events!.MoveNextAsync().ConfigureAwait(false))
                {
                    if (!_reconnection.Take(_events.Current.EventId))
                    {
                        return await EndAsync().ConfigureAwait(false);
                    }

                    var value = _events.Current.Data;
                    if (value.IsWanted)
                    {
                        Current = value.Value;
                        return true;
                    }
                }
            }
            catch (UtcpException e) when (_reconnection.CanFollow(e, Clock.IsOver))
            {
                broken = e;
            }

            await CloseAsync().ConfigureAwait(false);
            if (broken is null && !_reconnection.CanFollowEnd())
            {
                return await EndAsync().ConfigureAwait(false);
            }

            var wait = Clock.Limit(_reconnection.Next(isAfterEnd: broken is null), out _);
            await Task.Delay(wait, Request.Channel.Time, Caller).ConfigureAwait(false);
        }
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
        _body = await LiveBody.OpenAsync(Request, Clock, Caller).ConfigureAwait(false);
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
        return Request.Operation.EventType is { } wanted && wanted != (type.Length == 0 ? SseParser.EventTypeDefault : type)
            ? default
            : new(true, EventData.Read<T, TCodec>(data, _count, _body!.Status, Request.Tool));
    }
}
