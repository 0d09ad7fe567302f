using Polly;
using Utcp.Http;

namespace Utcp.Resilience;

/// <summary>How the calls of a channel deal with failures.</summary>
internal sealed class CallResilience
{
    private readonly ResiliencePipeline? _pipeline;
    private readonly bool _isUsers;
    private readonly bool _hasAttemptTimeout;

    public CallResilience(UtcpChannelOptions options)
    {
        _isUsers = options.ResiliencePipeline is not null;
        _hasAttemptTimeout = options.AttemptTimeout != Timeout.InfiniteTimeSpan;
        _pipeline = options.ResiliencePipeline ?? (options.MaxRetries == 0 ? null : Create(options));
    }

    /// <summary>Whether the first attempt has to be made inside. Ours only retries, so it costs nothing before something fails.</summary>
    public bool IsAround(UtcpRequest request) => _isUsers || (_hasAttemptTimeout && _pipeline is not null && request.CanRepeat);

    /// <summary>Whether a failed first attempt may be followed by another.</summary>
    public bool CanFollow(Exception failure, UtcpRequest request) => _pipeline is not null && TransientFailure.Is(failure) && request.CanRepeat;

    /// <summary>Makes the attempts of a call.</summary>
    public async ValueTask<TResult> RunAsync<TResult>(Attempts<TResult> attempts)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, attempts.Token);
        context.Properties.Set(UtcpResilienceContextExtensions.RequestKey, attempts.Request);
        try
        {
            return await _pipeline!.ExecuteAsync(static (c, a) => a.NextAsync(c.CancellationToken), context, attempts).ConfigureAwait(false);
        }
        catch (Exception e) when (attempts.Translate(e) is var translated && !ReferenceEquals(translated, e))
        {
            throw translated;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Create(UtcpChannelOptions options)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        return builder.AddRetry(new UtcpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            MaxRetryAfter = options.MaxRetryDelay,
            Time = options.TimeProvider,
        }).Build();
    }
}
