using Microsoft.AspNetCore.Http;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Resilience;

/// <summary>The time of an attempt and the time of all of them.</summary>
public sealed class AttemptTimeoutTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task AnAttemptThatHangsIsMadeAgain()
    {
        var handler = Hanging(1);
        using var channel = Channel(handler, retries: 3);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Get())).GetRawText());
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task TheLastOneSaysSo()
    {
        var handler = Hanging(100);
        using var channel = Channel(handler, retries: 2);
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get()));
        Assert.Equal("tool: no answer within 0.1 s.", e.Message);
        Assert.Equal((s_short, 3), (e.Timeout, handler.Requests.Count));
    }

    [Fact]
    public async Task CallsThatAreNotRepeatedHaveTheWholeTime()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await Task.Delay(400);
            await TestServer.JsonAsync(c, "1");
        });
        using var channel = Channel(null, retries: 3);
        Assert.Equal("1", (await Call.ElementAsync(channel, Call.Post(server.Url))).GetRawText());
        using var off = Channel(null, retries: 0);
        Assert.Equal("1", (await Call.ElementAsync(off, Call.Get(server.Url))).GetRawText());
    }

    [Fact]
    public async Task NoStreamIsCut()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.EventsAsync("data: 1\n\n");
            await Task.Delay(400);
            await c.Response.WriteAsync("data: 2\n\n");
        });
        using var channel = Channel(null, retries: 3);
        Assert.Equal(["1", "2"], await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url, reconnect: false))));
    }

    [Fact]
    public async Task TheTimeOfTheCallCountsAllAttempts()
    {
        var handler = new RecordingHandler((_, _) => RecordingHandler.Json("{}", 503));
        using var channel = new UtcpChannel(new() { HttpHandler = handler, MaxRetries = 1000, RetryDelay = TimeSpan.FromMilliseconds(20) });
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get(), null, new() { Timeout = TimeSpan.FromMilliseconds(300) }));
        Assert.Equal("tool: no complete answer within 0.3 s. The last attempt failed: 503 Service Unavailable from h.", e.Message);
        Assert.IsType<UtcpHttpException>(e.InnerException);
    }

    [Fact]
    public async Task TheWaitCanBeCancelled()
    {
        using var source = new CancellationTokenSource();
        var handler = new RecordingHandler((_, _) =>
        {
            source.CancelAfter(50);
            return RecordingHandler.Json("{}", 503);
        });
        using var channel = new UtcpChannel(new() { HttpHandler = handler, RetryDelay = TimeSpan.FromSeconds(29) });
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call.ElementAsync(channel, Call.Get(), cancellationToken: source.Token));
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Single(handler.Requests);
    }

    private static UtcpChannel Channel(HttpMessageHandler? handler, int retries) =>
        new(new() { HttpHandler = handler, MaxRetries = retries, RetryDelay = TimeSpan.Zero, AttemptTimeout = s_short });

    private static RecordingHandler Hanging(int times) => new(async (_, i, c) =>
    {
        await Task.Delay(i < times ? Timeout.Infinite : 0, c);
        return RecordingHandler.Json("1");
    });
}
