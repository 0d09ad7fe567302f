namespace Utcp.Http;

/// <summary>The time that a call, or the start of a stream, may take.</summary>
/// <param name="time">The time that is left.</param>
/// <param name="said">The time that was given, for messages.</param>
/// <param name="isStart">Whether only the start of an answer is awaited.</param>
internal readonly struct CallLimit(TimeSpan time, TimeSpan said, bool isStart)
{
    public TimeSpan Time => time;

    public static CallLimit Of(UtcpRequest request) => new(request.Timeout, request.Timeout, isStart: false);

    /// <summary>For the start of a stream whose total time is running.</summary>
    public static CallLimit Of(UtcpRequest request, StreamClock clock)
    {
        var left = clock.Limit(request.Timeout, out var isTotal);
        return new(left, isTotal ? clock.Total : left, !isTotal);
    }

    /// <summary>What to throw when the time is over.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="e">How that showed.</param>
    /// <param name="last">The failure of the last attempt when another was waited for, or null.</param>
    public UtcpTimeoutException Failure(string tool, Exception e, UtcpException? last = null)
    {
        var message = $"{tool}: no {(isStart ? "" : "complete ")}answer within {CallFailure.Seconds(said)} s.";
        var cause = last is null ? "" : last.Message.StartsWith(tool + ": ", StringComparison.Ordinal) ? last.Message[(tool.Length + 2)..] : last.Message;
        return new(last is null ? message : $"{message} The last attempt failed: {cause}", tool, said, last ?? e);
    }
}
