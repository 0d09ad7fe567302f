using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.StreamableHttp;

/// <summary>Items of streamable HTTP, told apart by the media type of the answer (D29).</summary>
public sealed class ItemTests
{
    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("Application/NDJSON; charset=utf-8")]
    [InlineData("application/jsonl")]
    [InlineData("application/x-jsonlines")]
    [InlineData("application/stream+json")]
    public async Task Case094_LinesAreValues(string type) =>
        Assert.Equal(["""{"a":1}""", "2", "\"x\""], await ReadAsync(type, "{\"a\":1}\n2\n\"x\"\n"));

    [Theory]
    [InlineData("1\r\n\r\n \t\n2")]
    [InlineData("\uFEFF1\n\n2\n\n")]
    [InlineData("\n1\n2\r")]
    public async Task EmptyLinesAreSkippedAndTheLastNeedsNoEnd(string text)
    {
        Assert.Equal(["1", "2"], await ReadAsync("application/x-ndjson", text));
        Assert.Equal(["1", "2"], await ReadAsync("application/x-ndjson", [.. Encoding.UTF8.GetBytes(text).Select(b => new[] { b })]));
    }

    [Fact]
    public async Task Case096_ABadLineIsAnErrorWithItsNumber()
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync("application/x-ndjson", "1\n\n3\n{oops s3cret\n5\n"));
        using var channel = Call.Channel(null);
        var items = new List<string>();
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () =>
        {
            await foreach (var item in Streams.OfItems(channel, Call.Get(server.Url)))
            {
                items.Add(item.GetRawText());
            }
        });
        Assert.Equal(["1", "3"], items);
        Assert.StartsWith("tool: line 4 of the answer is not valid JSON (", e.Message, StringComparison.Ordinal);
        Assert.Equal("{oops s3cret", e.BodyExcerpt);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AValueThatDoesNotFitIsToo()
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync("application/x-ndjson", "1\n\"two\"\n"));
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () => await Streams.OfItems<int, Int32Codec>(channel, Call.Get(server.Url)).ToListAsync());
        Assert.Equal("tool: line 2 of the answer does not fit at $: expected an integer, found a string.", e.Message);
    }

    [Fact]
    public async Task NothingFollowsAFailure()
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync(c.Request.Path == "/e" ? "text/event-stream" : "application/x-ndjson", c.Request.Path == "/e" ? "id: 1\ndata: x\n\ndata: 2\n\n" : "x\n2\n"));
        using var channel = Call.Channel(null);
        foreach (var stream in (IAsyncEnumerable<int>[])[Streams.OfItems<int, Int32Codec>(channel, Call.Get(server.Url)), Streams.OfEvents<int, Int32Codec>(channel, Call.Get(server.Url + "/e"))])
        {
            await using var items = stream.GetAsyncEnumerator();
            await Assert.ThrowsAsync<UtcpResponseException>(async () => await items.MoveNextAsync());
            Assert.False(await items.MoveNextAsync());
        }
    }

    [Fact]
    public async Task LongAndManyLines()
    {
        var values = Enumerable.Range(0, 2000).Select(i => i % 100 == 0 ? new string('é', 20_000 + i) : i.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        await using var server = await TestServer.StartAsync(c => c.TextAsync("application/x-ndjson", string.Concat(values.Select(v => $"\"{v}\"\n"))));
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 50_000 });
        Assert.Equal(values, await Streams.OfItems<string, StringCodec>(channel, Call.Get(server.Url)).ToListAsync());
    }

    [Theory]
    [InlineData("application/x-ndjson", "a line")]
    [InlineData("application/json", "the answer")]
    public async Task ALineThatDoesNotEndIsCutOff(string type, string what)
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync(type, ["\"", .. Enumerable.Repeat(new string('x', 10_000), 100)]));
        using var channel = new UtcpChannel(new() { MaxResponseBytes = 50_000 });
        var e = await Assert.ThrowsAsync<UtcpResponseTooLargeException>(async () => await Streams.OfItems(channel, Call.Get(server.Url)).ToListAsync());
        Assert.Equal($"tool: {what} from 127.0.0.1 has more than 50000 bytes.", e.Message);
    }

    [Theory]
    [InlineData("application/json", "[1,\n2]", "[1,\n2]")]
    [InlineData("application/problem+json", "{\"a\":1}", "{\"a\":1}")]
    public async Task JsonIsOneValue(string type, string text, string expected) => Assert.Equal([expected], await ReadAsync(type, text));

    [Fact]
    public async Task EventsAreItemsToo() => Assert.Equal(["1", "\"x\""], await ReadAsync("text/event-stream", "id: 1\ndata: 1\n\nevent: e\ndata: x\n\n"));

    [Fact]
    public async Task TextIsGivenAsItComes()
    {
        var text = string.Concat(await ReadAsync("text/plain; charset=utf-8", [.. "\uFEFFa€𝄞 b"u8.ToArray().Select(b => new[] { b })]).ContinueWith(t => t.Result.Select(item => JsonElement.Parse(item).GetString())));
        Assert.Equal("a€𝄞 b", text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task ServersThatForgetTheTypeAreUnderstood(string? type)
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            c.Response.ContentType = type;
            await c.Response.WriteAsync("1\n2\n");
        });
        using var channel = Call.Channel(null);
        Assert.Equal([1, 2], await Streams.OfItems<int, Int32Codec>(channel, Call.Get(server.Url)).ToListAsync());
    }

    [Fact]
    public async Task BytesAreNoItems()
    {
        await using var server = await TestServer.StartAsync(c => c.TextAsync("application/octet-stream", "1\n"));
        using var channel = Call.Channel(null);
        var e = await Assert.ThrowsAsync<UtcpResponseException>(async () => await Streams.OfItems(channel, Call.Get(server.Url)).ToListAsync());
        Assert.Equal("tool: the answer is application/octet-stream where NDJSON, JSON or an event stream was expected.", e.Message);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-ndjson")]
    [InlineData("text/event-stream")]
    [InlineData("text/plain")]
    public async Task NothingIsNoItem(string type) => Assert.Empty(await ReadAsync(type, ""));

    [Fact]
    public async Task AnAnswerThatBreaksIsAnErrorAndNotAskedForAgain()
    {
        var requests = 0;
        await using var server = await TestServer.StartAsync(async c =>
        {
            requests++;
            await c.TextAsync("application/x-ndjson", "1\n2");
            await Task.Delay(50);
            c.Abort();
        });
        using var channel = Call.Channel(null);
        await using var items = Streams.OfItems(channel, Call.Get(server.Url)).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        await Assert.ThrowsAsync<UtcpConnectionException>(async () => await items.MoveNextAsync());
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task TheTemplatesTimeoutIsForTheWhole()
    {
        await using var server = await TestServer.StartAsync(async c =>
        {
            await c.TextAsync("application/x-ndjson", "1\n");
            await c.GoneAsync();
        });
        using var channel = Call.Channel(null);
        var operation = new HttpOperation("tool", "GET", server.Url) { Timeout = TimeSpan.FromMilliseconds(200) };
        var e = await Assert.ThrowsAsync<UtcpTimeoutException>(async () => await Streams.OfItems(channel, operation).ToListAsync());
        Assert.Equal("tool: no complete answer within 0.2 s.", e.Message);
    }

    [Fact]
    public async Task ABodyIsSentUnderItsMediaType()
    {
        var seen = new List<string>();
        await using var server = await TestServer.StartAsync(async c =>
        {
            seen.Add($"{c.Request.Method} {c.Request.ContentType} {await new StreamReader(c.Request.Body).ReadToEndAsync()}");
            await c.TextAsync("application/x-ndjson", "1\n");
        });
        using var channel = Call.Channel(null);
        Assert.Single(await Streams.OfItems(channel, Call.Post(server.Url), static (ref HttpRequestBuilder r) => r.Body<int?, NullableCodec<int, Int32Codec>>(5)).ToListAsync());
        Assert.Single(await Streams.OfItems(channel, new("tool", "POST", server.Url) { ContentType = "application/octet-stream" }, static (ref HttpRequestBuilder r) => r.BodyStream(new MemoryStream([65, 66]))).ToListAsync());
        Assert.Equal(["POST application/json 5", "POST application/octet-stream AB"], seen);
    }

    private static Task<string[]> ReadAsync(string type, string text) => ReadAsync(type, [Encoding.UTF8.GetBytes(text)]);

    private static async Task<string[]> ReadAsync(string type, byte[][] parts)
    {
        await using var server = await TestServer.StartAsync(c => c.WriteAsync(type, parts));
        using var channel = Call.Channel(null);
        return await Streams.TextsAsync(Streams.OfItems(channel, Call.Get(server.Url)));
    }
}
