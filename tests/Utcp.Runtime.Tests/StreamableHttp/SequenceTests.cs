using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.StreamableHttp;

/// <summary>JSON sequences (RFC 7464), and the mark that ends streams of OpenAI's kind.</summary>
public sealed class SequenceTests
{
    [Theory]
    [InlineData("\u001e{\"a\":1}\n\u001e2\n\u001e\"x\"\n")]
    [InlineData("\u001e{\"a\":\n1}\n\u001e\u001e2\u001e\"x\"")]
    [InlineData("{\"a\":1}\n\u001e2\n\n\u001e \"x\" \n")]
    public async Task RecordsAreItemsHoweverTheyAreCut(string body)
    {
        for (var size = 1; size <= body.Length; size += 3)
        {
            var parts = body.Chunk(size).Select(static part => new string(part)).ToArray();
            await using var server = await TestServer.StartAsync(context => context.TextAsync("application/json-seq", parts));
            await using var channel = new UtcpChannel();
            Assert.Equal(["{\"a\":1}", "2", "\"x\""], (await Streams.TextsAsync(Streams.OfItems(channel, new("list", "GET", server.Url)))).Select(static text => text.Replace("\n", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task ARecordIsDeliveredWhenItIsWhole()
    {
        var go = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.TextAsync("application/json-seq", "\u001e[1,\n2]\n");
            await go.Task;
            await context.Response.Body.WriteAsync("\u001e3"u8.ToArray());
        });
        await using var channel = new UtcpChannel();
        var seen = new List<string>();
        await foreach (var item in Streams.OfItems(channel, new("list", "GET", server.Url)))
        {
            seen.Add(item.GetRawText().Replace("\n", "", StringComparison.Ordinal));
            go.TrySetResult();
        }

        Assert.Equal(["[1,2]", "3"], seen);
    }

    [Fact]
    public async Task ABadRecordIsNamed()
    {
        await using var server = await TestServer.StartAsync(static context => context.TextAsync("application/json-seq", "\u001e1\n\u001enonsense\n"));
        await using var channel = new UtcpChannel();
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => Streams.TextsAsync(Streams.OfItems(channel, new("list", "GET", server.Url))));
        Assert.Contains("record ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoneEndsAStreamOfTypedItems()
    {
        await using var server = await TestServer.StartAsync(static context => context.EventsAsync("data: 1\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n"));
        await using var channel = new UtcpChannel();
        Assert.Equal([1, 2], await Streams.OfItems<long, Int64Codec>(channel, new("ask", "GET", server.Url)).ToListAsync());
        Assert.Equal([1, 2], await Streams.OfEvents<long, Int64Codec>(channel, Streams.Events(server.Url)).ToListAsync());
    }

    [Fact]
    public async Task DoneIsAnItemWhereAnyTextIs()
    {
        await using var server = await TestServer.StartAsync(static context => context.EventsAsync("data: a\n\ndata: [DONE]\n\n"));
        await using var channel = new UtcpChannel();
        Assert.Equal(["a", "[DONE]"], await Streams.OfItems<string, StringCodec>(channel, new("ask", "GET", server.Url)).ToListAsync());
    }
}
