using Utcp.Sse;
using Utcp.Telemetry;

namespace Utcp.Http;

/// <summary>The items of an answer that goes on. The request is sent when the enumeration begins, and once: it holds the body of this call.</summary>
/// <param name="request">The request, complete unless there is a failure.</param>
/// <param name="failure">Why the request cannot be sent, or null.</param>
/// <param name="caller">The token of the call.</param>
internal abstract class AnswerStream<T>(UtcpRequest request, Exception? failure, CancellationToken caller) : IAsyncEnumerable<T>, IAsyncEnumerator<T>, IEventDetails
{
    private CancellationTokenSource? _linked;
    private StreamClock? _clock;
    private int _taken;
    private bool _isOver;

    public T Current { get; protected set; } = default!;

    public virtual string? EventType => null;

    public virtual string? EventId => null;

    public virtual TimeSpan? ReconnectionInterval => null;

    protected UtcpRequest Request => request;

    protected CancellationToken Caller { get; private set; } = caller;

    protected StreamClock Clock => _clock!.Value;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            throw new InvalidOperationException($"{request.Tool}: this stream has been enumerated already. Call the method again for another one.");
        }

        if (!Caller.CanBeCanceled)
        {
            Caller = cancellationToken;
        }
        else if (cancellationToken.CanBeCanceled && cancellationToken != Caller)
        {
            _linked = CancellationTokenSource.CreateLinkedTokenSource(Caller, cancellationToken);
            Caller = _linked.Token;
        }

        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (_isOver)
        {
            return new(false);
        }

        if (failure is not null)
        {
            return ValueTask.FromException<bool>(failure);
        }

        if (_clock is null)
        {
            _clock = new(request.Channel.Time, request.TotalTimeout);
            return FirstAsync();
        }

        return NextOrCancelledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        request.Observation?.Succeeded();
        await CloseAsync().ConfigureAwait(false);
        request.Dispose();
        _linked?.Dispose();
    }

    /// <summary>Opens the answer when it is not, and reads the next item into <see cref="Current"/>.</summary>
    protected abstract ValueTask<bool> NextAsync();

    /// <summary>Closes the answer. May be called more than once.</summary>
    protected abstract ValueTask CloseAsync();

    /// <summary>Notes that nothing can follow.</summary>
    protected void Fail(Exception e)
    {
        _isOver = true;
        request.Observation?.Failed(e);
    }

    /// <summary>Ends the enumeration in good order and gives the connection back.</summary>
    protected async ValueTask<bool> EndAsync()
    {
        _isOver = true;
        Current = default!;
        request.Observation?.Succeeded();
        await CloseAsync().ConfigureAwait(false);
        return false;
    }

    private async ValueTask<bool> FirstAsync()
    {
        CallObservation.Start(request);
        return await NextOrCancelledAsync().ConfigureAwait(false);
    }

    private ValueTask<bool> NextOrCancelledAsync()
    {
        if (!Caller.IsCancellationRequested)
        {
            return NextAsync();
        }

        var e = new OperationCanceledException($"{request.Tool}: cancelled by the caller.", Caller);
        request.Observation?.Failed(e);
        return ValueTask.FromException<bool>(e);
    }
}
