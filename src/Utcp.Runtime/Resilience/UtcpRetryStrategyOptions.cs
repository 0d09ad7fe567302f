using Polly;
using Polly.Retry;

namespace Utcp.Resilience;

/// <summary>
/// Polly's retry strategy with the values that suit UTCP calls, for pipelines of your own (<see cref="UtcpChannelOptions.ResiliencePipeline"/>):
/// three retries after 1, 2 and 4 seconds, with jitter, of the failures that may pass: status 408, 429, 500, 502, 503 and 504, connections that cannot be opened or break,
/// and attempts that take too long; never of calls that may not be repeated (<see cref="UtcpResilienceContextExtensions.CanRepeatCall"/>). A server's <c>Retry-After</c> is
/// honoured in both its forms.
/// </summary>
public sealed class UtcpRetryStrategyOptions : RetryStrategyOptions
{
    /// <summary>Creates the options with their defaults.</summary>
    public UtcpRetryStrategyOptions()
    {
        MaxRetryAttempts = 3;
        Delay = TimeSpan.FromSeconds(1);
        BackoffType = DelayBackoffType.Exponential;
        UseJitter = true;
        MaxDelay = TimeSpan.FromSeconds(30);
        ShouldHandle = args => new(
            TransientFailure.Is(args.Outcome.Exception) && args.Context.CanRepeatCall() && !(RetryAfter.Of(args.Outcome.Exception, Time) > MaxRetryAfter));
        DelayGenerator = args => new(RetryAfter.Of(args.Outcome.Exception, Time));
    }

    /// <summary>The longest <c>Retry-After</c> that is waited for; a call whose server asks for more fails at once. Default 30 seconds.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    internal TimeProvider Time { get; set; } = TimeProvider.System;
}
