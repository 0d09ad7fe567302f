using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>How streams end from our side: by cancellation, by leaving the loop, by time.</summary>
public sealed class LifeTests
{
    private static readonly Func<UtcpChannel, string, UtcpCallOptions?, CancellationToken, IAsyncEnumerable<JsonElement>>[] s_kinds =
    [
        (channel, url, options, token) => Streams.OfEvents(channel, Streams.Events(url + "/events"), null, options, token),
        (channel, url, options, token) => Streams.OfItems(channel, Streams.Events(url + "/lines"), null, options, token),
        (channel, url, options, token) => Streams.OfBytes(channel, Streams.Events(url + "/lines"), null, options, token).Select(bytes => JsonElement.Parse(bytes.Span[..1])),
    ];

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task CancellationClosesTheConnectionAtOnce(int kind, bool byEnumeration)
    {
        var gone = new TaskCompletionSource<bool>();
        await using var server = await StartAsync(async c => gone.SetResult(await c.GoneAsync()));
        using var channel = Call.Channel(null);
        using var source = new CancellationTokenSource();
        var items = s_kinds[kind](channel, server.Url, null, byEnumeration ? default : source.Token).GetAsyncEnumerator(byEnumeration ? source.Token : default);
        Assert.True(await items.MoveNextAsync());
        var next = items.MoveNextAsync().AsTask();
        await Task.Delay(50);
        Assert.False(next.IsCompleted);
        await source.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(source.Token, e.CancellationToken);

        // Before anything is disposed.
        Assert.True(await gone.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        await items.DisposeAsync();
    }

    [Fact]
    public async Task EitherOfTwoTokensEndsIt()
    {
        await using var server = await StartAsync(c => c.GoneAsync());
        using var channel = Call.Channel(null);
        foreach (var first in (bool[])[true, false])
        {
            using var one = new CancellationTokenSource();
            using var two = new CancellationTokenSource();
            await using var items = s_kinds[0](channel, server.Url, null, one.Token).GetAsyncEnumerator(two.Token);
            Assert.True(await items.MoveNextAsync());
            await (first ? one : two).CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task LeavingTheLoopClosesTheConnection(int kind)
    {
        var gone = new TaskCompletionSource<bool>();
        await using var server = await StartAsync(async c => gone.SetResult(await c.GoneAsync()));
        using var channel = Call.Channel(null);
        await foreach (var item in s_kinds[kind](channel, server.Url, null, default))
        {
            break;
        }

        Assert.True(await gone.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task SilenceIsLimitedAndTheCallersOwnTimeIsNot(int kind)
    {
        await using var server = await StartAsync(c => c.GoneAsync());
        using var channel = new UtcpChannel(new() { StreamIdleTimeout = TimeSpan.FromMilliseconds(150) });
        await using var items = s_kinds[kind](channel, server.Url, null, default).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        await Task.Delay(300);
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(async () => await items.MoveNextAsync());
        Assert.Equal("watch: nothing came from 127.0.0.1 for 0.15 s.", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TheChannelsTimeoutIsForTheStartOnly(int kind)
    {
        await using var server = await StartAsync(async c =>
        {
            await Task.Delay(600);
            await c.Response.WriteAsync(kind == 0 ? "data: 2\n\n" : "2\n");
        });
        using var channel = new UtcpChannel(new() { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(["1", "2"], await Streams.TextsAsync(s_kinds[kind](channel, server.Url, null, default)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AServerThatDoesNotAnswerIsGivenUp(int kind)
    {
        await using var server = await TestServer.StartAsync(async c => await c.GoneAsync());
        using var channel = new UtcpChannel(new() { Timeout = TimeSpan.FromMilliseconds(100) });
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(() => Streams.TextsAsync(s_kinds[kind](channel, server.Url, null, default)));
        Assert.Equal("watch: no answer within 0.1 s.", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ATimeoutThatTheCallGivesIsForTheWhole(int kind)
    {
        await using var server = await StartAsync(async c =>
        {
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.WriteAsync(kind == 0 ? "data: 2\n\n" : "2\n");
                await Task.Delay(20);
            }
        });
        using var channel = Call.Channel(null);
        var total = TimeSpan.FromMilliseconds(300);
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(() => Streams.TextsAsync(s_kinds[kind](channel, server.Url, new() { Timeout = total }, default)));
        Assert.Equal(("watch: no complete answer within 0.3 s.", total), (e.Message, e.Timeout));
    }

    [Fact]
    public async Task CancelledBeforeItBeginsSendsNothing()
    {
        var handler = new RecordingHandler();
        using var channel = Call.Channel(handler);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Streams.OfEvents(channel, Streams.Events("https://h/"), token: new CancellationToken(true)).ToListAsync());
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void LimitsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { StreamIdleTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxReconnects = -1 }));
        new UtcpChannel(new() { StreamIdleTimeout = Timeout.InfiniteTimeSpan }).Dispose();
    }

    [Fact]
    public async Task NoSecretIsInAnyMessage()
    {
        var requests = 0;
        await using var server = await TestServer.StartAsync(async c =>
        {
            switch (requests++)
            {
                case 0:
                    await c.EventsAsync("data: 1\n\n");
                    await Task.Delay(50);
                    c.Abort();
                    break;
                case 1:
                    c.Response.StatusCode = 302;
                    c.Response.Headers.Location = "https://h/?s3cret";
                    break;
                default:
                    await c.TextAsync("text/html", "s3cret");
                    break;
            }
        });
        using var channel = Call.Channel(null, ("KEY", "s3cret"));
        for (var i = 0; i < 3; i++)
        {
            var e = await Assert.ThrowsAnyAsync<UtcpException>(async () => await Streams.OfEvents(channel, Streams.Events(server.Url + "/?k=${KEY}", reconnect: false)).ToListAsync());
            Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        }
    }

    private static Task<TestServer> StartAsync(Func<HttpContext, Task> then) => TestServer.StartAsync(async c =>
    {
        await (c.Request.Path == "/events" ? c.EventsAsync("data: 1\n\n") : c.TextAsync("application/x-ndjson", "1\n"));
        await then(c);
    });
}
