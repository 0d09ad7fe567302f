using Microsoft.AspNetCore.Http;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>Streams that break, and streams that end (D28).</summary>
public sealed class ReconnectTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case091_ABrokenGetGoesOnAfterItsLastEvent(bool abort)
    {
        var (items, ids) = await RunAsync(async (c, i) =>
        {
            if (i == 0)
            {
                await c.EventsAsync("id: 6\ndata: 6\n\nid: 7\ndata: 7\n\nid: 8\ndata: cut");
                await EndAsync(c, abort);
            }
            else if (i == 1)
            {
                await c.EventsAsync("id: 8\ndata: 8\n\n");
                await EndAsync(c, abort);
            }
            else
            {
                c.Response.StatusCode = 204;
            }
        });
        Assert.Equal(["6", "7", "8"], items);
        Assert.Equal(["", "7", "8"], ids);
    }

    [Fact]
    public async Task AnEndWithoutIdOrRetryIsTheEnd()
    {
        var (items, ids) = await RunAsync((c, _) => c.EventsAsync("data: 1\n\n"));
        Assert.Equal(["1"], items);
        Assert.Equal([""], ids);
    }

    [Fact]
    public async Task AnEndWithRetryIsNot()
    {
        var (items, ids) = await RunAsync((c, i) =>
        {
            c.Response.StatusCode = i == 2 ? 204 : 200;
            return i == 2 ? Task.CompletedTask : c.EventsAsync("retry: 10\ndata: " + i + "\n\n");
        });
        Assert.Equal(["0", "1"], items);
        Assert.Equal(["", "", ""], ids);
    }

    [Fact]
    public async Task AServerThatBeginsAgainIsNotHeardTwice()
    {
        var (items, ids) = await RunAsync((c, _) => c.EventsAsync("id: a\ndata: 1\n\nid: b\ndata: 2\n\n"));
        Assert.Equal(["1", "2"], items);
        Assert.Equal(["", "b"], ids);
    }

    [Fact]
    public async Task IdsOfEventsWithoutDataCountAndAreKept()
    {
        var (_, ids) = await RunAsync(async (c, i) =>
        {
            if (i < 2)
            {
                await c.EventsAsync(i == 0 ? "id: 1\ndata: 1\n\nid: 9\n\n" : "data: 2\n\n");
                await EndAsync(c, true);
            }

            c.Response.StatusCode = 204;
        });
        Assert.Equal(["", "9", "9"], ids);
    }

    [Fact]
    public async Task AnEmptyIdForgets()
    {
        var (_, ids) = await RunAsync(async (c, i) =>
        {
            if (i == 0)
            {
                await c.EventsAsync("id: 1\ndata: 1\n\nid\ndata: 2\n\n");
                await EndAsync(c, true);
            }

            c.Response.StatusCode = 204;
        });
        Assert.Equal(["", ""], ids);
    }

    [Fact]
    public async Task TheServerSaysHowLongToWait()
    {
        var (items, ids) = await RunAsync(
            async (c, i) =>
            {
                if (i == 0)
                {
                    await c.EventsAsync("retry: 10\nid: 1\ndata: 1\n\n");
                    await EndAsync(c, true);
                }

                await c.EventsAsync("data: 2\n\n");
                await EndAsync(c, false);
            },
            retry: 100_000,
            maxItems: 2);
        Assert.Equal(["1", "2"], items);
        Assert.Equal(["", "1"], ids);
    }

    [Fact]
    public async Task SwitchedOffMeansNever()
    {
        var (_, ids) = await RunAsync((c, _) => c.EventsAsync("retry: 1\nid: 1\ndata: 1\n\n"), reconnect: false);
        Assert.Equal([""], ids);
        (_, ids) = await RunAsync((c, _) => c.EventsAsync("retry: 1\nid: 1\ndata: 1\n\n"), maxReconnects: 0);
        Assert.Equal([""], ids);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task AttemptsAreCountedUntilAnEventComes(int status)
    {
        var count = 0;
        await Assert.ThrowsAnyAsync<UtcpException>(() => RunAsync(
            async (c, i) =>
            {
                count++;

                // The first and the fourth connection bring an event.
                if (i is 0 or 3)
                {
                    await c.EventsAsync("id: 1\ndata: 1\n\n");
                    await EndAsync(c, true);
                }
                else if (status == 0)
                {
                    await EndAsync(c, true);
                }
                else
                {
                    c.Response.StatusCode = status;
                }
            },
            retry: 1,
            maxReconnects: 3));
        Assert.Equal(1 + 3 + 3, count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task AnAnswerThatWillNotChangeEndsIt(int status)
    {
        var count = 0;
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => RunAsync(async (c, i) =>
        {
            count++;
            if (i == 0)
            {
                await c.EventsAsync("id: 1\ndata: 1\n\n");
                await EndAsync(c, true);
            }

            c.Response.StatusCode = status;
            c.Response.Headers.Location = "/y";
        }));
        Assert.Equal((status, 2), (e.StatusCode, count));
    }

    [Fact]
    public async Task EndsWithoutEventsEndItInTheEnd()
    {
        var count = 0;
        var (items, _) = await RunAsync((c, i) =>
        {
            count++;
            return c.EventsAsync(i == 0 ? "id: 1\ndata: 1\n\n" : ": nothing new\n\n");
        }, retry: 1, maxReconnects: 2);
        Assert.Equal(["1"], items);
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task ASilentStreamIsResumed()
    {
        var (items, ids) = await RunAsync(
            async (c, i) =>
            {
                if (i == 0)
                {
                    await c.EventsAsync("id: 1\ndata: 1\n\n");
                    await c.GoneAsync();
                }
                else
                {
                    c.Response.StatusCode = 204;
                }
            },
            idle: TimeSpan.FromMilliseconds(100));
        Assert.Equal(["1"], items);
        Assert.Equal(["", "1"], ids);
    }

    [Fact]
    public async Task AnIdThatIsNoHeaderIsNotSent()
    {
        var count = 0;
        await Assert.ThrowsAsync<UtcpConnectionException>(() => RunAsync(async (c, _) =>
        {
            count++;
            await c.EventsAsync("id: é\ndata: 1\n\n");
            await EndAsync(c, true);
        }));
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task TheWaitBeforeTheNextConnectionCanBeCancelled()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.EventsAsync("id: 1\ndata: 1\n\n");
            await EndAsync(c, true);
        });
        using var channel = Call.Channel(null);
        using var source = new CancellationTokenSource();
        await using var items = Streams.OfEvents(channel, Streams.Events(server.Url, retry: 1_000_000), token: source.Token).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        var next = items.MoveNextAsync().AsTask();
        await Task.Delay(100);
        Assert.False(next.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private static async Task EndAsync(HttpContext context, bool abort)
    {
        // What was written should arrive before the reset does.
        await Task.Delay(50);
        if (abort)
        {
            context.Abort();
        }
    }

    private static async Task<(string[] Items, List<string> Ids)> RunAsync(Func<HttpContext, int, Task> answer, double retry = 20, bool reconnect = true, int maxReconnects = 5, TimeSpan? idle = null, int maxItems = 10)
    {
        var ids = new List<string>();
        await using var server = await TestServer.StartAsync(c =>
        {
            ids.Add(c.Request.Headers["Last-Event-ID"].ToString());
            return answer(c, ids.Count - 1);
        });
        using var channel = new UtcpChannel(new() { MaxReconnects = maxReconnects, StreamIdleTimeout = idle ?? TimeSpan.FromSeconds(30) });
        var items = await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url, reconnect: reconnect, retry: retry)).Take(maxItems));
        return (items, ids);
    }
}
