using Microsoft.AspNetCore.Http;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>How long a stream waits before it is resumed.</summary>
public sealed class ReconnectWaitTests
{
    private readonly SkippingClock _clock = new();
    private readonly List<string> _ids = [];

    [Fact]
    public async Task AServerThatIsBusySaysHowLong()
    {
        await RunAsync((c, i) => i == 1 ? BusyAsync(c, "7") : EndAsync(c));
        Assert.Equal(2, _clock.Waits.Count);
        Assert.InRange(_clock.Waits[0].TotalMilliseconds, 20, 23);
        Assert.InRange(_clock.Waits[1].TotalSeconds, 7, 7.8);
    }

    [Fact]
    public async Task LessThanOursChangesNothing()
    {
        await RunAsync((c, i) => i == 1 ? BusyAsync(c, "0") : EndAsync(c));
        Assert.InRange(_clock.Waits[1].TotalMilliseconds, 40, 45);
    }

    [Fact]
    public async Task LongerThanAnHourEndsIt()
    {
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => RunAsync((c, _) => BusyAsync(c, "3601")));
        Assert.Equal(503, e.StatusCode);
        Assert.Single(_clock.Waits);
    }

    [Fact]
    public async Task AnIdWithNulIsIgnored()
    {
        await RunAsync((c, _) => EndAsync(c), "id: 5\ndata: 1\n\nid: a\0b\ndata: 2\n\n");
        Assert.Equal(["", "5"], _ids);
    }

    [Fact]
    public async Task ARetryThatIsNoNumberIsIgnored()
    {
        await RunAsync((c, _) => EndAsync(c), "retry: 40\nid: 1\ndata: 1\n\nretry: 5s\ndata: 2\n\n");
        Assert.InRange(Assert.Single(_clock.Waits).TotalMilliseconds, 40, 45);
    }

    private static Task BusyAsync(HttpContext context, string after)
    {
        context.Response.StatusCode = 503;
        context.Response.Headers.RetryAfter = after;
        return Task.CompletedTask;
    }

    private static Task EndAsync(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task RunAsync(Func<HttpContext, int, Task> answer, string first = "id: 1\ndata: 1\n\n")
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            _ids.Add(c.Request.Headers["Last-Event-ID"].ToString());
            if (_ids.Count > 1)
            {
                await answer(c, _ids.Count - 1);
                return;
            }

            await c.EventsAsync(first);
            await Task.Delay(50);
            c.Abort();
        });
        using var channel = new UtcpChannel(new() { TimeProvider = _clock, Timeout = Timeout.InfiniteTimeSpan, StreamIdleTimeout = Timeout.InfiniteTimeSpan });
        await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url, retry: 20)));
    }
}
