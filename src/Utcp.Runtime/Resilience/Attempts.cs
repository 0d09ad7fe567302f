using Utcp.Http;
using Utcp.Telemetry;

namespace Utcp.Resilience;

/// <summary>The attempts of one call, the first of which may have been made already.</summary>
/// <param name="request">The request.</param>
/// <param name="attempt">Makes one attempt.</param>
/// <param name="limit">The time of the call.</param>
/// <param name="deadline">Its end.</param>
/// <param name="first">The failure of the first attempt, if it has been made.</param>
/// <param name="caller">The token of the call.</param>
internal sealed class Attempts<TResult>(
    UtcpRequest request, Func<UtcpRequest, CancellationToken, ValueTask<TResult>> attempt, CallLimit limit, Deadline deadline, UtcpException? first, CancellationToken caller)
{
    private int _count = first is null ? 0 : 1;
    private bool _isFirstKnown = first is not null;

    public UtcpRequest Request => request;

    /// <summary>Ends with the call's time or by the caller.</summary>
    public CancellationToken Token => deadline.Token;

    /// <summary>The failure of the last attempt.</summary>
    public UtcpException? Last { get; private set; } = first;

    /// <summary>Makes the next attempt, or gives the failure of the first.</summary>
    public async ValueTask<TResult> NextAsync(CancellationToken token)
    {
        if (Last is not null && (_isFirstKnown || !request.CanRepeat))
        {
            _isFirstKnown = false;
            throw Last;
        }

        if (_count++ > 0)
        {
            request.Rewind();
            request.Observation?.Retried();
            CallMetrics.Retried(request, Last);
            request.Channel.Log?.Retrying(request.Tool, _count, Last is null ? "" : CallTags.ErrorTypeOf(Last));
        }

        var channel = request.Channel;
        var time = request.CanRepeat ? channel.AttemptTimeout : Timeout.InfiniteTimeSpan;
        var own = channel.Deadlines.Start(time, token);
        try
        {
            return await attempt(request, own.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var failure = FailureOf(e, time, own, token);
            Last = failure as UtcpException ?? Last;
            if (ReferenceEquals(failure, e))
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            // The answer may live on and its handler may have kept the token.
            own.Abandon();
        }
    }

    /// <summary>What to throw for what came out of a pipeline.</summary>
    public Exception Translate(Exception e) =>
        e is not OperationCanceledException ? e
        : caller.IsCancellationRequested ? new OperationCanceledException($"{request.Tool}: cancelled by the caller.", e, caller)
        : deadline.IsOver ? limit.Failure(request.Tool, e, Last)
        : e;

    private Exception FailureOf(Exception e, TimeSpan time, Deadline own, CancellationToken token)
    {
        // A strategy that cancels its own token, such as Polly's timeout, recognises it by that.
        if (token.IsCancellationRequested && !deadline.IsOver && e is HttpRequestException or IOException or ObjectDisposedException)
        {
            return new OperationCanceledException(e.Message, e, token);
        }

        if (own.IsOver && !token.IsCancellationRequested && time != Timeout.InfiniteTimeSpan)
        {
            var limitOfAttempt = new CallLimit(time, time, isStart: true);
            return CallFailure.Of(e, request, limitOfAttempt, isOver: true, caller) ?? e;
        }

        return CallFailure.Of(e, request, limit, deadline.IsOver, caller) ?? e;
    }
}
