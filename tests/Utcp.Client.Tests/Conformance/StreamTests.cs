using System.Text.Json;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 87 to 96 of UTCP section 9.2: streams.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData("data: {\"a\":1}\n\ndata: x\n\n")]
    public Task Case087_data_is_JSON_or_text(string events) => TwoItemsAsync(events);

    [Theory]
    [InlineData("data: {\"a\":1}\r\n\r\ndata: x\r\n\r\n")]
    [InlineData("\uFEFFdata: {\"a\":1}\n\ndata: x\n\n")]
    [InlineData("data: {\"a\":1}\r\rdata: x\r\r")]
    public Task Case088_line_ends_and_byte_order_marks(string events) => TwoItemsAsync(events);

    [Fact]
    public async Task Case089_lines_of_one_event_are_joined_and_other_events_left_out()
    {
        var items = await EventsAsync(": hello\nevent: e\ndata: {\"a\":\ndata: 1}\n\nevent: f\ndata: 2\n\ndata: 3\n\n", """{"event_type":"e"}""");
        Assert.Equal("""{"a":1}""", JsonSerializer.Serialize(Assert.Single(items), TestJson.Default.JsonElement));
    }

    [Fact]
    public async Task Case090_message_means_events_without_a_type() => Assert.Equal([1, 3], (await EventsAsync("data: 1\n\nevent: e\ndata: 2\n\nevent: message\ndata: 3\n\n", """{"event_type":"message"}""")).Select(item => item.GetInt32()));

    [Fact]
    public async Task Case091_a_broken_stream_goes_on_after_its_last_event()
    {
        var count = 0;
        var seen = new TaskCompletionSource();
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            await Provider.SendAsync(response, count == 0 ? "retry: 10\nid: 7\ndata: 7\n\n" : "data: 8\n\n");
            if (count++ == 0)
            {
                await seen.Task;
                response.HttpContext.Abort();
            }
        });
        await using var client = await ClientAsync(provider, "sse");
        await using var items = client.CallToolStreamingAsync("m.t").GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(7, items.Current.GetInt32());
        seen.SetResult();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(8, items.Current.GetInt32());
        Assert.Equal([null, "7"], provider.Requests.Select(request => request["Last-Event-ID"]));
    }

    [Fact]
    public async Task Case092_a_body_makes_a_POST_that_is_sent_once()
    {
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            await Provider.SendAsync(response, "id: 1\ndata: 1\n\n");
            response.HttpContext.Abort();
        });
        await using var client = await ClientAsync(provider, "sse", """{"body_field":"body"}""");
        await Assert.ThrowsAsync<UtcpConnectionException>(async () => await client.CallToolStreamingAsync("m.t", JsonElement.Parse("""{"body":{"a":1}}""")).ToListAsync());
        Assert.Equal(("POST /x", "application/json", """{"a":1}"""), (provider.Only.Line, provider.Only["Content-Type"], provider.Only.Text));
    }

    [Fact]
    public async Task Case093_another_media_type_is_an_error()
    {
        await using var provider = await Provider.StartAsync("data: 1\n\n", "text/html");
        await using var client = await ClientAsync(provider, "sse");
        await Assert.ThrowsAsync<UtcpResponseException>(() => client.CallToolAsync("m.t"));
    }

    [Fact]
    public async Task Case094_lines_are_values()
    {
        await using var provider = await Provider.StartAsync("{\"v\":1}\n{\"v\":2}\n{\"v\":3}\n", "application/x-ndjson");
        await using var client = await ClientAsync(provider, "streamable_http");
        Assert.Equal([1, 2, 3], await client.CallToolStreamingAsync("m.t").Select(item => item.GetProperty("v").GetInt32()).ToListAsync());
        Assert.Equal("""[{"v":1},{"v":2},{"v":3}]""", (await client.CallToolAsync("m.t")).GetRawText());
    }

    [Fact]
    public async Task Case095_chunks_make_up_the_file()
    {
        var file = new byte[10 * 1024];
        new Random(1).NextBytes(file);
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, file, "application/octet-stream"));
        await using var client = await ClientAsync(provider, "streamable_http");
        var chunks = await client.CallToolStreamingAsync("m.t").Select(item => item.GetBytesFromBase64()).ToListAsync();
        Assert.All(chunks, chunk => Assert.InRange(chunk.Length, 1, 4096));
        Assert.Equal(file, chunks.SelectMany(chunk => chunk));
        Assert.Equal(file, (await client.CallToolAsync("m.t")).GetBytesFromBase64());
    }

    [Fact]
    public async Task Case096_a_bad_line_is_an_error_with_its_number()
    {
        await using var provider = await Provider.StartAsync("{\"v\":1}\n{\"v\":}\n", "application/x-ndjson");
        await using var client = await ClientAsync(provider, "streamable_http");
        var error = await Assert.ThrowsAsync<UtcpResponseException>(() => client.CallToolAsync("m.t"));
        Assert.StartsWith("m.t: line 2 of the answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_with_one_answer_streams_one_item()
    {
        await using var provider = await Provider.StartAsync("""{"a":[1,2]}""");
        await using var client = await ClientAsync(provider, "http");
        Assert.Equal("""{"a":[1,2]}""", Assert.Single(await client.CallToolStreamingAsync("m.t").ToListAsync()).GetRawText());
    }

    [Fact]
    public async Task A_stream_that_never_ends_ends_for_those_who_want_one_result()
    {
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            await Provider.SendAsync(response, "data: 1\n\n");
            await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var configuration = Clients.Configuration(new UtcpChannelOptions { Timeout = TimeSpan.FromMilliseconds(300), UseEnvironmentVariables = false });
        await using var client = await ClientAsync(provider, "sse", configuration: configuration);
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => client.CallToolAsync("m.t"));
    }

    private static async Task TwoItemsAsync(string events)
    {
        var items = await EventsAsync(events);
        Assert.Equal([JsonValueKind.Object, JsonValueKind.String], items.Select(item => item.ValueKind));
        Assert.Equal("x", items[1].GetString());
    }

    private static async Task<List<JsonElement>> EventsAsync(string events, string fields = "{}")
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.SendAsync(response, events));
        await using var client = await ClientAsync(provider, "sse", fields, Clients.Configuration(new UtcpChannelOptions { MaxReconnects = 0, UseEnvironmentVariables = false }));
        var items = await client.CallToolStreamingAsync("m.t").ToListAsync();
        Assert.Equal("text/event-stream", provider.Only["Accept"]);
        Assert.Equal(items.Count, (await client.CallToolAsync("m.t")).GetArrayLength());
        return items;
    }

    private static Task<UtcpClient> ClientAsync(Provider provider, string type, string fields = "{}", UtcpClientConfiguration? configuration = null) => Clients.WithAsync(
        Tools.Manual(Tools.Template($"http://127.0.0.1:{provider.Port}/x", fields).Replace("\"http\"", $"\"{type}\"", StringComparison.Ordinal)), configuration);
}
