using System.Net.ServerSentEvents;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>What events say beside their data.</summary>
public sealed class DetailTests
{
    private const string Events = "id: 7\nevent: tick\ndata: 1\n\ndata: 2\n\nid\nretry: 250\nevent: tock\ndata: 3\n\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TypesIdsAndRetries(bool isSse)
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync(Events));
        using var channel = Call.Channel(null);
        var stream = isSse
            ? Streams.OfEvents<int, Int32Codec>(channel, Streams.Events(server.Url, reconnect: false))
            : Streams.OfItems<int, Int32Codec>(channel, Call.Get(server.Url));
        var items = await stream.AsSseItems().ToListAsync();
        Assert.Equal([(1, "tick", "7"), (2, "message", null), (3, "tock", "")], items.Select(i => (i.Data, i.EventType, i.EventId)));
        Assert.Equal([null, null, TimeSpan.FromMilliseconds(250)], items.Select(i => i.ReconnectionInterval));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheCaptureHasThemToo(bool isSse)
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync(Events));
        using var channel = Call.Channel(null);
        var capture = new UtcpResponseCapture();
        var options = new UtcpCallOptions { Response = capture };
        var seen = new List<string>();
        await foreach (var item in isSse ? Streams.OfEvents(channel, Streams.Events(server.Url, reconnect: false), null, options) : Streams.OfItems(channel, Call.Get(server.Url), null, options))
        {
            seen.Add($"{item} {capture.EventType} {capture.EventId ?? "none"} {capture.StatusCode}");
        }

        Assert.Equal(["1 tick 7 200", "2 message none 200", "3 tock  200"], seen);
    }

    [Fact]
    public async Task ItemsThatAreNoEventsHaveNone()
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync("application/x-ndjson", "1\n"));
        using var channel = Call.Channel(null);
        foreach (var stream in new[] { Streams.OfItems<int, Int32Codec>(channel, Call.Get(server.Url)), new[] { 1 }.ToAsyncEnumerable() })
        {
            var item = Assert.Single(await stream.AsSseItems().ToListAsync());
            Assert.Equal((1, SseParser.EventTypeDefault, null, null), (item.Data, item.EventType, item.EventId, item.ReconnectionInterval));
        }
    }

    [Fact]
    public async Task FailuresAndCancellationPass()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.EventsAsync("data: 1\n\n");
            await c.GoneAsync();
        });
        using var channel = Call.Channel(null);
        using var source = new CancellationTokenSource();
        await using var items = Streams.OfEvents(channel, Streams.Events(server.Url)).AsSseItems(source.Token).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        var next = items.MoveNextAsync();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task TheLengthOfAStreamCostsNothing()
    {
        // Everything completes at once here, so that all of it happens on this thread.
        var handler = new RecordingHandler((_, _) => RecordingHandler.Bytes(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("data: 12345\n\n", 100_000))), "text/event-stream"));
        var lines = new RecordingHandler((_, _) => RecordingHandler.Bytes(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("12345\n", 100_000))), "application/x-ndjson"));
        foreach (var isSse in new[] { true, false })
        {
            using var channel = Call.Channel(isSse ? handler : lines);
            var items = (isSse ? Streams.OfEvents<int, Int32Codec>(channel, Streams.Events("https://h/x", reconnect: false)) : Streams.OfItems<int, Int32Codec>(channel, Call.Get())).GetAsyncEnumerator();
            Assert.True(await items.MoveNextAsync());
            var before = GC.GetAllocatedBytesForCurrentThread();
            var count = 1;
            while (true)
            {
                var next = items.MoveNextAsync();
                Assert.True(next.IsCompletedSuccessfully);
                if (!await next)
                {
                    break;
                }

                count++;
            }

            Assert.Equal(100_000, count);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
            await items.DisposeAsync();
        }
    }
}
