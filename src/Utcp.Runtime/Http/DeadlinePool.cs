using System.Collections.Concurrent;

namespace Utcp.Http;

/// <summary>Reuses cancellation sources and their timers.</summary>
internal sealed class DeadlinePool(TimeProvider time)
{
    private const int MaxSpare = 64;
    private readonly ConcurrentQueue<CancellationTokenSource> _spare = new();
    private CancellationTokenSource? _first;

    public Deadline Start(TimeSpan timeout, CancellationToken caller)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return new(null, null, default, caller);
        }

        var source = Interlocked.Exchange(ref _first, null);
        if (source is null && !_spare.TryDequeue(out source))
        {
            source = ReferenceEquals(time, TimeProvider.System) ? new() : new(Timeout.InfiniteTimeSpan, time);
        }

        if (timeout == TimeSpan.Zero)
        {
            source.Cancel();
        }
        else
        {
            source.CancelAfter(timeout);
        }

        var registration = caller.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), source);
        return new(this, source, registration, source.Token);
    }

    public void Return(CancellationTokenSource source)
    {
        if (!source.TryReset())
        {
            source.Dispose();
        }
        else if (Interlocked.CompareExchange(ref _first, source, null) is not null)
        {
            if (_spare.Count < MaxSpare)
            {
                _spare.Enqueue(source);
            }
            else
            {
                source.Dispose();
            }
        }
    }
}
