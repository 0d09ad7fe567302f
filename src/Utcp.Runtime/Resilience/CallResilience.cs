using Polly;
using Polly.Retry;
using Utcp.Authentication;
using Utcp.Http;

namespace Utcp.Resilience;

/// <summary>How the calls of a channel deal with failures.</summary>
internal sealed class CallResilience
{
    private readonly ResiliencePipeline? _pipeline;
    private readonly ResiliencePipeline? _tokens;
    private readonly bool _isUsers;
    private readonly bool _hasAttemptTimeout;

    public CallResilience(UtcpChannelOptions options)
    {
        _isUsers = options.ResiliencePipeline is not null;
        _hasAttemptTimeout = options.AttemptTimeout != Timeout.InfiniteTimeSpan;
        var isOurs = !_isUsers && options.MaxRetries > 0;
        _pipeline = isOurs ? Create(options, Retries(options)) : options.ResiliencePipeline;
        _tokens = isOurs ? Create(options, TokenRetries(options)) : null;
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

    /// <summary>Asks for a token, again when the endpoint could not give one now. Calls wait for it, so that it does not matter which of them may be repeated.</summary>
    public async ValueTask<AccessToken> RunAsync(Func<CancellationToken, ValueTask<AccessToken>> ask, CancellationToken token) =>
        await (_tokens ?? ResiliencePipeline.Empty).ExecuteAsync(static (ask, token) => ask(token), ask, token).ConfigureAwait(false);

    private static ResiliencePipeline Create(UtcpChannelOptions options, RetryStrategyOptions retries) =>
        new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddRetry(retries).Build();

    private static UtcpRetryStrategyOptions Retries(UtcpChannelOptions options) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        MaxRetryAfter = options.MaxRetryDelay,
        Time = options.TimeProvider,
    };

    private static UtcpRetryStrategyOptions TokenRetries(UtcpChannelOptions options)
    {
        var retries = Retries(options);
        retries.ShouldHandle = args => new(args.Outcome.Exception is TokenFailure { MayPass: true } failure && !(failure.RetryAfter > options.MaxRetryDelay));
        retries.DelayGenerator = static args => new((args.Outcome.Exception as TokenFailure)?.RetryAfter);
        return retries;
    }
}
