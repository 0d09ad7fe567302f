using System.Runtime.CompilerServices;
using Utcp.Http;
using Utcp.Json;
using Utcp.Telemetry;

namespace Utcp.WebSockets;

/// <summary>The items of a streaming call. The message is sent when the enumeration begins, and once.</summary>
/// <param name="request">The call, or null when there is a failure.</param>
/// <param name="failure">Why nothing can be sent, or null.</param>
/// <param name="tool">The tool's name.</param>
/// <param name="caller">The token of the call.</param>
internal sealed class WebSocketStream<T, TCodec>(WebSocketRequest? request, Exception? failure, string tool, CancellationToken caller) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    where TCodec : struct, IJsonCodec<T>
{
    private StreamExchange<T, TCodec>? _exchange;
    private WebSocketExchange.Place _place;
    private CancellationTokenSource? _source;
    private CancellationTokenSource? _linked;
    private CancellationToken _caller = caller;
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _exchangeRegistration;
    private StreamClock _clock;
    private TimeSpan _limit;
    private CallObservation? _observation;
    private bool _isCounted;
    private bool _hasFirst;
    private int _taken;

    public T Current { get; private set; } = default!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            throw new InvalidOperationException($"{tool}: this stream has been enumerated already. Call the method again for another one.");
        }

        if (!_caller.CanBeCanceled)
        {
            _caller = cancellationToken;
        }
        else if (cancellationToken.CanBeCanceled && cancellationToken != _caller)
        {
            _linked = CancellationTokenSource.CreateLinkedTokenSource(_caller, cancellationToken);
            _caller = _linked.Token;
        }

        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (failure is not null)
        {
            return ValueTask.FromException<bool>(failure);
        }

        if (_exchange is null)
        {
            return BeginAsync();
        }

        // What is here already needs no timer, and comes before any news about the end.
        return _exchange.TryTake(out var item) switch
        {
            true => Found(item),
            null => WaitAsync(),
            false => Over(),
        };
    }

    public ValueTask DisposeAsync()
    {
        _observation?.Succeeded();
        if (_isCounted)
        {
            _isCounted = false;
            CallMetrics.StreamClosed(tool);
        }

        if (_exchange is null)
        {
            request?.Message.Dispose();
        }
        else
        {
            _exchange.Fail(new OperationCanceledException());
            _place.End(_exchange, isStream: true);
            _place = default;
        }

        _exchangeRegistration.Dispose();
        _callerRegistration.Dispose();
        _source?.Dispose();
        _linked?.Dispose();
        failure = new ObjectDisposedException(nameof(IAsyncEnumerator<T>));
        return default;
    }

    private async ValueTask<bool> BeginAsync()
    {
        _source = new(Timeout.InfiniteTimeSpan, request!.Channel.Time);
        _callerRegistration = _caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
        _clock = new(request.Channel.Time, request.TotalTimeout);
        var exchange = new StreamExchange<T, TCodec>(request.Tool, request.Id, request.Operation.Format, request.Pool);
        _observation = CallObservation.Start(request);
        try
        {
            Arm(request.Timeout);
            _source.Token.ThrowIfCancellationRequested();
            _place = await WebSocketExchange.BeginAsync(request, exchange, _source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            request.Message.Dispose();
            failure = Explain(e);
            throw failure;
        }
        catch (Exception e)
        {
            _observation?.Failed(e);
            failure = e;
            throw;
        }

        _observation?.Answered(WebSocketExchange.SwitchingProtocols);
        _isCounted = CallMetrics.StreamOpened(tool);
        _exchange = exchange;
        _exchangeRegistration = _source.Token.UnsafeRegister(static (state, token) => ((Exchange)state!).Fail(new OperationCanceledException(token)), exchange);
        return await WaitAsync().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync()
    {
        // The first item must come in the time of a call. After that pings show that the server is alive; without pings silence has a limit.
        var pool = request!.Pool;
        Arm(!_hasFirst ? request.Timeout : pool.Options.PingInterval == Timeout.InfiniteTimeSpan ? request.Channel.StreamIdleTimeout : Timeout.InfiniteTimeSpan);
        while (true)
        {
            await _exchange!.WaitAsync().ConfigureAwait(false);
            switch (_exchange.TryTake(out var item))
            {
                case true:
                    _hasFirst = true;
                    Arm(Timeout.InfiniteTimeSpan);
                    Current = item;
                    return true;
                case false:
                    return End();
            }
        }
    }

    private ValueTask<bool> Found(T item)
    {
        if (_clock.IsOver || _source!.IsCancellationRequested)
        {
            _limit = _clock.IsOver ? _clock.Total : _limit;
            failure = Explain(new OperationCanceledException());
            return ValueTask.FromException<bool>(failure);
        }

        Current = item;
        return new(true);
    }

    private ValueTask<bool> Over()
    {
        try
        {
            return new(End());
        }
        catch (Exception e)
        {
            return ValueTask.FromException<bool>(e);
        }
    }

    private bool End()
    {
        Current = default!;
        try
        {
            _exchange!.ThrowIfFailed();
            _observation?.Succeeded();
            return false;
        }
        catch (OperationCanceledException e)
        {
            failure = Explain(e);
        }
        catch (Exception e) when (_observation?.Failed(e) == true)
        {
            throw;
        }

        throw failure;
    }

    private Exception Explain(OperationCanceledException e)
    {
        Exception explained = _caller.IsCancellationRequested
            ? new OperationCanceledException($"{tool}: cancelled by the caller.", e, _caller)
            : new UtcpTimeoutException($"{tool}: {(_hasFirst ? "the stream was not over" : "no answer")} within {CallFailure.Seconds(_limit)} s.", tool, _limit, e);
        _observation?.Failed(explained);
        return explained;
    }

    private void Arm(TimeSpan limit)
    {
        var given = _clock.Limit(limit, out var isTotal);
        _limit = isTotal ? _clock.Total : limit;
        _source!.CancelAfter(given);
    }
}
