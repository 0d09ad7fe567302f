using Microsoft.AspNetCore.Http;
using Utcp.Generated;

namespace Utcp.Runtime.Tests.Http;

public sealed class DeadlineTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task TimeoutsOfCallTemplateAndChannel(bool call, bool template, bool channel)
    {
        using var slow = new UtcpChannel(new() { HttpHandler = Never(), Timeout = channel ? s_short : s_long });
        var operation = new HttpOperation("tool", "GET", "https://h/x?key=s3cret") { Timeout = channel ? null : template ? s_short : s_long };
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(slow, operation, null, call ? new() { Timeout = s_short } : null));
        Assert.Equal("tool: no complete answer within 0.05 s.", e.Message);
        Assert.Equal(s_short, e.Timeout);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCallersCancellationIsTheCallers()
    {
        using var channel = Call.Channel(Never());
        using var source = new CancellationTokenSource();
        var call = Call.ElementAsync(channel, Call.Get(), cancellationToken: source.Token);
        await source.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task ACancelledCallSendsNothing()
    {
        var handler = new RecordingHandler();
        using var channel = Call.Channel(handler);
        var token = new CancellationToken(true);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call.ElementAsync(channel, Call.Get(), cancellationToken: token));
        Assert.Equal(token, e.CancellationToken);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task CallsAfterATimeoutAreNotAffected()
    {
        var handler = new RecordingHandler(async (_, i, c) =>
        {
            if (i % 2 == 0)
            {
                await Task.Delay(Timeout.Infinite, c);
            }

            return RecordingHandler.Json("1");
        });
        using var channel = Call.Channel(handler);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get(), null, new() { Timeout = TimeSpan.FromMilliseconds(10) }));
            Assert.Equal(1, (await Call.ElementAsync(channel, Call.Get())).GetInt32());
        }
    }

    [Fact]
    public async Task AnEarlierTimeoutDoesNotReachALaterCall()
    {
        var handler = new RecordingHandler(async (_, i, c) =>
        {
            await Task.Delay(i == 0 ? 0 : 200, c);
            return RecordingHandler.Json("1");
        });
        using var channel = Call.Channel(handler);
        await Call.ElementAsync(channel, Call.Get(), null, new() { Timeout = TimeSpan.FromMilliseconds(100) });
        await Call.ElementAsync(channel, Call.Get());
        await Call.ElementAsync(channel, Call.Get(), null, new() { Timeout = Timeout.InfiniteTimeSpan });
    }

    [Fact]
    public async Task ABodyThatNeverEndsIsCutOff()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("[1");
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        using var channel = Call.Channel(null);
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Call.ElementAsync(channel, Call.Get(server.Url), null, new() { Timeout = TimeSpan.FromMilliseconds(200) }));
    }

    [Fact]
    public async Task StreamsOutliveTheTimeout()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.Response.WriteAsync("a");
            await c.Response.Body.FlushAsync();
            await Task.Delay(400, c.RequestAborted);
            await c.Response.WriteAsync("b");
        });
        using var channel = Call.Channel(null);
        await using var result = await OpenAsync();
        using var reader = new StreamReader(result.Stream);
        Assert.Equal("ab", await reader.ReadToEndAsync());

        Task<UtcpStreamResult> OpenAsync()
        {
            var request = new HttpRequestBuilder(new(channel, null), Call.Get(server.Url), new() { Timeout = TimeSpan.FromMilliseconds(250) });
            return request.SendForStreamAsync(default);
        }
    }

    [Fact]
    public void LimitsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { ConnectTimeout = TimeSpan.FromSeconds(-2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxResponseBytes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxErrorBodyBytes = -1 }));
        new UtcpChannel(new() { Timeout = Timeout.InfiniteTimeSpan }).Dispose();
    }

    private static RecordingHandler Never() => new(static async (_, _, c) =>
    {
        await Task.Delay(Timeout.Infinite, c);
        return RecordingHandler.Json("1");
    });
}
