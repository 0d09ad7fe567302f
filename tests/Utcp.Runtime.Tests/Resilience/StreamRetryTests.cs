using Microsoft.AspNetCore.Http;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Resilience;

/// <summary>Streams are opened again, and never once an item has come.</summary>
public sealed class StreamRetryTests
{
    [Fact]
    public async Task OpeningIsTriedAgain()
    {
        foreach (var isEvents in new[] { true, false })
        {
            var (server, count) = await ServerAsync((c, i) => i < 2 ? Status(c, 503) : isEvents ? c.EventsAsync("data: 1\n\n") : c.TextAsync("application/x-ndjson", "1\n"));
            await using (server)
            {
                using var channel = Channel();
                Assert.Equal(["1"], await Streams.TextsAsync(isEvents ? Streams.OfEvents(channel, Streams.Events(server.Url)) : Streams.OfItems(channel, Call.Get(server.Url))));
                Assert.Equal(3, count());
            }
        }
    }

    [Fact]
    public async Task APostIsNot()
    {
        var (server, count) = await ServerAsync((c, _) => Status(c, 503));
        await using (server)
        {
            using var channel = Channel();
            await Assert.ThrowsAsync<UtcpHttpException>(() => Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url), static (ref r) => r.Body<string, StringCodec>("x"))));
            await Assert.ThrowsAsync<UtcpHttpException>(() => Streams.TextsAsync(Streams.OfItems(channel, Call.Post(server.Url))));
            Assert.Equal(2, count());
        }
    }

    [Fact]
    public async Task AfterTheFirstItemNothingIs()
    {
        var (server, count) = await ServerAsync(async (c, _) =>
        {
            await c.TextAsync("application/x-ndjson", "1\n");
            await Task.Delay(50);
            c.Abort();
        });
        await using (server)
        {
            using var channel = Channel();
            await Assert.ThrowsAsync<UtcpConnectionException>(() => Streams.TextsAsync(Streams.OfItems(channel, Call.Get(server.Url))));
            Assert.Equal(1, count());
        }
    }

    [Fact]
    public async Task ResumedStreamsHaveTheirOwnCount()
    {
        var (server, count) = await ServerAsync(async (c, i) =>
        {
            if (i > 0)
            {
                await Status(c, 503);
                return;
            }

            await c.EventsAsync("id: 1\ndata: 1\n\n");
            await Task.Delay(50);
            c.Abort();
        });
        await using (server)
        {
            using var channel = Channel(reconnects: 2);
            await Assert.ThrowsAsync<UtcpHttpException>(() => Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url))));
            Assert.Equal(3, count());
        }
    }

    private static UtcpChannel Channel(int reconnects = 5) => new(new() { RetryDelay = TimeSpan.Zero, MaxReconnects = reconnects });

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<(TestServer Server, Func<int> Count)> ServerAsync(Func<HttpContext, int, Task> answer)
    {
        var count = 0;
        return (await TestServer.StartAsync(c => answer(c, Interlocked.Increment(ref count) - 1)), () => Volatile.Read(ref count));
    }
}
