using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Utcp.Resilience;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Resilience;

/// <summary>Pipelines that the user gives.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task AnEmptyOneAddsNothing()
    {
        var handler = new RecordingHandler((_, _) => RecordingHandler.Json("{}", 503));
        using var channel = Channel(handler, ResiliencePipeline.Empty);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get()));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task StrategiesSeeWhatCallsThrow()
    {
        var seen = new List<string>();
        var handler = new RecordingHandler((_, i) => i switch
        {
            0 => RecordingHandler.Json("{}", 418),
            1 => throw new HttpRequestException(HttpRequestError.ConnectionError),
            _ => RecordingHandler.Json("1"),
        });
        using var channel = Channel(handler, new ResiliencePipelineBuilder().AddRetry(new()
        {
            Delay = TimeSpan.Zero,
            ShouldHandle = new PredicateBuilder().Handle<UtcpHttpException>(e => e.StatusCode == 418).Handle<UtcpConnectionException>(),
            OnRetry = args =>
            {
                seen.Add($"{args.Outcome.Exception!.GetType().Name} {args.Context.GetToolName()} {args.Context.GetToolEffects()} {args.Context.CanRepeatCall()}");
                return default;
            },
        }).Build());
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get())).GetRawText());
        Assert.Equal(["UtcpHttpException tool Safe, Idempotent True", "UtcpConnectionException tool Safe, Idempotent True"], seen);
    }

    [Fact]
    public async Task ACallThatMayNotBeRepeatedIsSentOnce()
    {
        var retries = 0;
        var handler = new RecordingHandler((_, _) => RecordingHandler.Json("{}", 503));
        using var channel = Channel(handler, new ResiliencePipelineBuilder().AddRetry(new()
        {
            Delay = TimeSpan.Zero,
            OnRetry = _ =>
            {
                retries++;
                return default;
            },
        }).Build());
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Post()));
        Assert.Single(handler.Requests);
        Assert.Equal(3, retries);
    }

    [Fact]
    public async Task OurRetriesFitIntoIt()
    {
        var handler = new RecordingHandler((_, i) => RecordingHandler.Json("1", i < 5 ? 503 : 200));
        using var channel = Channel(handler, new ResiliencePipelineBuilder().AddRetry(new UtcpRetryStrategyOptions { MaxRetryAttempts = 5, Delay = TimeSpan.Zero }).Build());
        await Call.ElementAsync(channel, Call.Get());
        Assert.Equal(6, handler.Requests.Count);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(Channel(new RecordingHandler((_, i) => RecordingHandler.Json("1", i == 0 ? 503 : 200)), new ResiliencePipelineBuilder().AddRetry(new UtcpRetryStrategyOptions()).Build()), Call.Post()));
    }

    [Fact]
    public async Task ItsOwnExceptionsPass()
    {
        var handler = new RecordingHandler((_, _) => RecordingHandler.Json("{}", 503));
        using var channel = Channel(handler, new ResiliencePipelineBuilder().AddCircuitBreaker(new() { MinimumThroughput = 2, FailureRatio = 0.1 }).Build());
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Post()));
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Post()));
        await Assert.ThrowsAsync<BrokenCircuitException>(() => Call.ElementAsync(channel, Call.Post()));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task PollysTimeoutIsPollys()
    {
        await using var server = await TestServer.StartAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        using var channel = Channel(null, new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMilliseconds(100)).Build());
        await Assert.ThrowsAsync<TimeoutRejectedException>(() => Call.ElementAsync(channel, Call.Get(server.Url)));
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get(server.Url), null, new() { Timeout = TimeSpan.FromMilliseconds(20) }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call.ElementAsync(channel, Call.Get(server.Url), cancellationToken: new CancellationTokenSource(20).Token));
    }

    [Fact]
    public async Task ItRunsTheOpeningOfStreams()
    {
        var runs = 0;
        await using var server = await TestServer.StartAsync(c => c.EventsAsync("data: 1\n\n"));
        using var channel = Channel(null, new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = _ => new(runs++ < 0), Delay = TimeSpan.Zero }).Build());
        Assert.Equal(["1"], await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url))));
        Assert.Equal(1, runs);
    }

    [Fact]
    public void AContextOfSomethingElseIsNoCall()
    {
        var context = ResilienceContextPool.Shared.Get();
        Assert.Equal((null, ToolEffects.Unknown, false), (context.GetToolName(), context.GetToolEffects(), context.CanRepeatCall()));
        ResilienceContextPool.Shared.Return(context);
    }

    private static UtcpChannel Channel(HttpMessageHandler? handler, ResiliencePipeline pipeline) => new(new() { HttpHandler = handler, ResiliencePipeline = pipeline });
}
