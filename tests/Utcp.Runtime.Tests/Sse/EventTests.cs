using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Sse;

/// <summary>What becomes of events (D27).</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Case087_DataIsJsonOrText() =>
        Assert.Equal(["""{"a":1}""", "\"x\""], await ReadAsync("data: {\"a\":1}\n\ndata: x\n\n"));

    [Theory]
    [InlineData("data: {\"a\":1}\r\n\r\ndata: x\r\n\r\n")]
    [InlineData("data: {\"a\":1}\r\rdata: x\r\r")]
    [InlineData("\uFEFFdata: {\"a\":1}\n\ndata: x\n\n")]
    [InlineData("\uFEFFdata: {\"a\":1}\r\n\r\ndata: x\r\n\n")]
    public async Task Case088_AllLineEndsAndAByteOrderMark(string text)
    {
        string[] expected = ["""{"a":1}""", "\"x\""];
        Assert.Equal(expected, await ReadAsync(text));

        // In pieces of one byte too.
        Assert.Equal(expected, await ReadAsync([.. Encoding.UTF8.GetBytes(text).Select(b => new[] { b })]));
    }

    [Fact]
    public async Task Case089_LinesOfDataAreJoinedAndCommentsIgnored() =>
        Assert.Equal(["\"a\\nb\""], await ReadAsync("data: other\n\n: comment\nevent: e\ndata: a\n: comment\ndata: b\n\n", type: "e"));

    [Fact]
    public async Task Case090_MessageMeansUntypedToo() =>
        Assert.Equal(["1", "2", "5"], await ReadAsync("data: 1\n\nevent: message\ndata: 2\n\nevent: e\ndata: 3\n\nevent: Message\ndata: 4\n\nevent:\ndata: 5\n\n", type: "message"));

    [Theory]
    [InlineData("data\n\n", "\"\"")]
    [InlineData("data:1\n\n", "1")]
    [InlineData("data:  x\n\n", "\" x\"")]
    [InlineData("id: a\0b\ndata: 1\n\n", "1")]
    [InlineData("retry: soon\ndata: 1\n\n", "1")]
    [InlineData("nonsense: 5\ndata: 1\n\n", "1")]
    [InlineData("data: [DONE]\n\n", "\"[DONE]\"")]
    [InlineData("data: {\"a\":\ndata: 1}\n\n", "{\"a\":\n1}")]
    [InlineData("data: true story\n\n", "\"true story\"")]
    [InlineData("data: \"quoted\n\n", "\"\\u0022quoted\"")]
    [InlineData("data: 1\n\nid: 7\n\n", "1")]
    [InlineData("data: 1\n\ndata: cut off", "1")]
    public async Task FieldsAreReadAsTheStandardSays(string text, string expected)
    {
        var item = Assert.Single(await ReadAsync(text, reconnect: false));
        Assert.Equal(JsonElement.Parse(expected).ToString(), JsonElement.Parse(item).ToString());
    }

    [Fact]
    public async Task CharactersMayBeSplit() =>
        Assert.Equal(["\"é€𝄞\""], (await ReadAsync([.. "data: \"é€𝄞\"\n\n"u8.ToArray().Select(b => new[] { b })])));

    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("\"hello\"", "hello")]
    [InlineData("\"hello\" he said", "\"hello\" he said")]
    [InlineData("42", "42")]
    [InlineData("null", "null")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    public async Task TextResultsAreText(string data, string expected)
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync($"data: {data}\n\n"));
        using var channel = Call.Channel(null);
        Assert.Equal([expected], await Streams.OfEvents<string, StringCodec>(channel, Streams.Events(server.Url)).ToListAsync());
    }

    [Fact]
    public async Task TypedItemsThatDoNotFitSayWhich()
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync("data: 1\n\ndata: \"s3cret\"\n\ndata: 3\n\n"));
        using var channel = Call.Channel(null);
        var items = new List<int>();
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () =>
        {
            await foreach (var item in Streams.OfEvents<int, Int32Codec>(channel, Streams.Events(server.Url)))
            {
                items.Add(item);
            }
        });
        Assert.Equal([1], items);
        Assert.Equal("watch: event 2 of the answer does not fit at $: expected an integer, found a string.", e.Message);
        Assert.Equal(("$", "\"s3cret\""), (e.JsonPath, e.BodyExcerpt));
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHundredThousandEventsTakeNoMoreMemoryThanOne()
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("id: 1\ndata: 12345\n\n", 1000)));
        await using var server = await TestServer.StartAsync(c => c.WriteAsync("text/event-stream", [.. Enumerable.Repeat(block, 100)]));
        using var channel = Call.Channel(null);
        var count = 0;
        await foreach (var item in Streams.OfEvents<int, Int32Codec>(channel, Streams.Events(server.Url, reconnect: false)))
        {
            count++;
        }

        Assert.Equal(100_000, count);
    }

    [Theory]
    [InlineData("data: 1\n\ndata: ", "x", 10_000)]
    [InlineData("data: 1\n\n", "data: 12345678\n", 10_000)]
    [InlineData("data: 1\n\n: ", "comment", 10_000)]
    public async Task EndlessEventsAreCutOff(string start, string part, int times)
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync([start, .. Enumerable.Repeat(string.Concat(Enumerable.Repeat(part, 100)), times / 100)]));
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 5000 });
        var items = Streams.OfEvents(channel, Streams.Events(server.Url)).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        var e = await Assert.ThrowsAsync<UtcpResponseTooLargeException>(async () => await items.MoveNextAsync());
        Assert.Equal("watch: an event from 127.0.0.1 has more than 5000 bytes.", e.Message);
        await items.DisposeAsync();
    }

    [Theory]
    [InlineData(": alive\n\n")]
    [InlineData(": alive\r\n\r\n")]
    [InlineData(": alive\r\r")]
    [InlineData(": alive\n")]
    [InlineData("event: e\n: alive\n")]
    public async Task SignsOfLifeLeaveRoomForALargeEvent(string sign)
    {
        var large = new string('x', 4000);
        await using var server = await TestServer.StartAsync(c => c.EventsAsync([.. Enumerable.Repeat(sign, 700), "data: 1\n\n", .. Enumerable.Repeat(sign, 700), $"data: {large}\n", "data: y\n\n"]));
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 8100 });
        Assert.Equal(["1", large + "\ny"], await Streams.OfEvents<string, StringCodec>(channel, Streams.Events(server.Url, reconnect: false)).ToListAsync());
    }

    [Fact]
    public async Task SignsOfLifeDoNotAddUp()
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync([.. Enumerable.Repeat(": alive\nid: 1\nevent: e\n", 1000), "data: 1\n\n"]));
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 100 });
        Assert.Equal(["1"], await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url, reconnect: false))));
    }

    private static Task<string[]> ReadAsync(string text, string? type = null, bool reconnect = true) => ReadAsync([Encoding.UTF8.GetBytes(text)], type, reconnect);

    private static async Task<string[]> ReadAsync(byte[][] parts, string? type = null, bool reconnect = true)
    {
        await using var server = await TestServer.StartAsync(c => c.WriteAsync("text/event-stream", parts));
        using var channel = Call.Channel(null);
        return await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url, type, reconnect)));
    }
}
