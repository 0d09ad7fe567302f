using System.Text;
using System.Text.Json;

namespace Utcp.Client.Tests.Manuals;

/// <summary>Operations of OpenAPI documents that answer with a stream, with a value or a stream, or by status.</summary>
public sealed class OpenApiStreamTests
{
    private const string Chat = """
        {"operationId":"chat","requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","properties":{"q":{"type":"string"},"stream":{"type":"boolean"}}}}}},
         "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"object"}},"text/event-stream":{"schema":{"type":"object"}}}}}}
        """;

    [Fact]
    public async Task A_value_or_a_stream_is_asked_for_by_how_the_tool_is_called()
    {
        await using var provider = await Provider.StartAsync((request, response) => request["Accept"] == "text/event-stream"
            ? Provider.AnswerAsync(response, Encoding.UTF8.GetBytes("data: {\"a\":1}\n\ndata: {\"a\":2}\n\ndata: [DONE]\n\n"), "text/event-stream")
            : Provider.AnswerAsync(response, """{"a":3}"""));
        await using var client = await ClientAsync(provider, Chat);

        var items = await client.CallToolStreamingAsync("s.chat", JsonElement.Parse("""{"body":{"q":"x"}}""")).ToListAsync();
        var value = await client.CallToolAsync("s.chat", JsonElement.Parse("""{"body":{"q":"x"}}"""));
        await client.CallToolAsync("s.chat", JsonElement.Parse("""{"body":{"stream":true,"q":"x"}}"""));

        Assert.Equal([1, 2], items.Select(item => item.GetProperty("a").GetInt32()));
        Assert.Equal(3, value.GetProperty("a").GetInt32());
        Assert.Equal(["""{"q":"x","stream":true}""", """{"q":"x"}""", """{"q":"x","stream":false}"""], provider.Requests.Select(request => request.Text));
        Assert.Equal(["text/event-stream", "application/json", "application/json"], provider.Requests.Select(request => request["Accept"]));
    }

    [Fact]
    public async Task A_stream_that_is_the_default_is_switched_off_for_a_value()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Chat.Replace("\"boolean\"", "\"boolean\",\"default\":true", StringComparison.Ordinal).Replace("\"required\":true,", "", StringComparison.Ordinal));

        await client.CallToolAsync("s.chat", JsonElement.Parse("""{"body":{"q":"x"}}"""));
        await client.CallToolAsync("s.chat");
        await client.CallToolStreamingAsync("s.chat", JsonElement.Parse("""{"body":{"q":"x"}}""")).ToListAsync();

        Assert.Equal(["""{"q":"x","stream":false}""", """{"stream":false}""", """{"q":"x"}"""], provider.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task Who_takes_the_content_as_it_comes_says_what_is_wanted()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider, Chat);
        await using var content = await client.CallToolForStreamAsync("s.chat", JsonElement.Parse("""{"body":{"stream":true}}"""));
        Assert.Equal("""{"stream":true}""", provider.Only.Text);
    }

    [Theory]
    [InlineData("text/event-stream", "data: {\"a\":1}\n\ndata: {\"a\":2}\n\n")]
    [InlineData("application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("application/jsonl", "{\"a\":1}\n{\"a\":2}")]
    [InlineData("application/json-seq", "\u001e{\"a\":1}\n\u001e{\"a\":2}\n")]
    public async Task An_operation_whose_only_answer_is_a_stream_is_one(string mediaType, string content)
    {
        await using var provider = await Provider.StartAsync(content, mediaType);
        await using var client = await ClientAsync(provider, $$$$$$$"""{"operationId":"watch","responses":{"200":{"description":"ok","content":{"{{{{{{{mediaType}}}}}}}":{"schema":{"type":"object"}}}}}}""");

        Assert.Equal([1, 2], await client.CallToolStreamingAsync("s.watch").Select(item => item.GetProperty("a").GetInt32()).ToListAsync());
        Assert.Equal("""[{"a":1},{"a":2}]""", (await client.CallToolAsync("s.watch")).GetRawText());
        Assert.All(provider.Requests, request => Assert.Equal(mediaType, request["Accept"]));
    }

    [Theory]
    [InlineData(200, "application/json", "{\"id\":1}", "{\"id\":1}")]
    [InlineData(202, "text/plain", "later", "\"later\"")]
    [InlineData(203, "image/png", "\u0001\u0002", "\"AQI=\"")]
    [InlineData(204, null, "", "null")]
    public async Task An_answer_is_read_by_what_it_is(int status, string? mediaType, string content, string expected)
    {
        await using var provider = await Provider.StartAsync((_, response) =>
        {
            response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : Provider.AnswerAsync(response, content, mediaType, status);
        });
        await using var client = await ClientAsync(provider, """
            {"operationId":"make","responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"object"}}}},"202":{"description":"","content":{"text/plain":{"schema":{"type":"string"}}}},
             "203":{"description":"","content":{"image/png":{}}},"204":{"description":""}}}
            """);
        Assert.Equal(expected, (await client.CallToolAsync("s.make")).GetRawText());
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider, string operation)
    {
        var client = new UtcpClient(Clients.Configuration());
        var document = $$$$$$"""{"openapi":"3.1.0","info":{"title":"T","version":"1"},"servers":[{"url":"http://127.0.0.1:{{{{{{provider.Port}}}}}}"}],"paths":{"/x":{"post":{{{{{{operation}}}}}}}}}""";
        Assert.Null((await client.RegisterManualAsync(CallTemplate.Text(document, "s", "http"))).Error);
        return client;
    }
}
