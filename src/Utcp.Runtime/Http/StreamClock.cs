namespace Utcp.Http;

/// <summary>The time that is left for a streaming call.</summary>
internal readonly struct StreamClock(TimeProvider time, TimeSpan total)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Total => total;

    public bool IsOver => Left == TimeSpan.Zero;

    /// <summary>The time left: zero or more, or infinite.</summary>
    public TimeSpan Left =>
        total == Timeout.InfiniteTimeSpan ? total
        : total - time.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>The shorter of a limit and the time left.</summary>
    public TimeSpan Limit(TimeSpan limit, out bool isTotal)
    {
        var left = Left;
        isTotal = left != Timeout.InfiniteTimeSpan && (limit == Timeout.InfiniteTimeSpan || left <= limit);
        return isTotal ? left : limit;
    }
}
