using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>The dialects with request ids: any number of calls on one connection (D21).</summary>
public sealed class CorrelatedTests
{
    public static TheoryData<bool> Dialects => [true, false];

    /// <summary>The reply of either dialect to a message.</summary>
    private static string Reply(JsonElement message, string result) => message.TryGetProperty("request_id", out var id)
        ? $$"""{"type":"tool_response","request_id":{{id}},"result":{{result}}}"""
        : $$"""{"type":"result","id":{{message.GetProperty("id")}},"result":{{result}}}""";

    private static string ReplyText(JsonElement message) => Reply(message, Arguments(message)).Replace(":" + Id(message), ":\"" + Id(message) + "\"", StringComparison.Ordinal);

    private static string Id(JsonElement message) => (message.TryGetProperty("request_id", out var id) ? id : message.GetProperty("id")).GetString()!;

    private static string Arguments(JsonElement message) => (message.TryGetProperty("arguments", out var arguments) ? arguments : message.GetProperty("params")).GetRawText();

    private static WebSocketOperation Operation(bool isLegacy, string url) => isLegacy ? Socket.Legacy(url) : Socket.WithIds(url);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Case102_W2_W3_replies_in_any_order_find_their_calls(bool isLegacy)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var messages = new List<JsonElement>();
            for (var i = 0; i < 50; i++)
            {
                messages.Add(await peer.ReadJsonAsync());
            }

            messages.Reverse();
            foreach (var message in messages)
            {
                await peer.SendAsync(ReplyText(message));
            }

            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var operation = Operation(isLegacy, server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Socket.CallAsync(channel, operation, i)));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $$"""{"n":{{i}}}"""), answers);
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task The_v01_envelope_is_written_as_the_page_says()
    {
        var received = default(JsonElement);
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            received = await peer.ReadJsonAsync();
            await peer.SendAsync(ReplyText(received));
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        await Socket.CallAsync(channel, Socket.Legacy(server.Url), 7);
        var id = received.GetProperty("id").GetString()!;
        Assert.Equal($$$"""{"type":"call","tool":"tool","id":"{{{id}}}","params":{"n":7}}""", received.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Case103_a_late_reply_is_dropped_and_the_connection_stays(bool isLegacy)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var late = await peer.ReadJsonAsync();
            var second = await peer.ReadJsonAsync();
            await peer.SendAsync(ReplyText(late));
            await peer.SendAsync(ReplyText(late));
            await peer.SendAsync(ReplyText(second));
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var operation = Operation(isLegacy, server.Url);
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Socket.CallAsync(channel, operation, 1, new() { Timeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Equal("""{"n":2}""", await Socket.CallAsync(channel, operation, 2));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Cancelling_one_call_harms_no_other()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var first = await peer.ReadJsonAsync();
            var second = await peer.ReadJsonAsync();
            var third = await peer.ReadJsonAsync();
            await peer.SendAsync(ReplyText(first));
            await peer.SendAsync(ReplyText(second));
            await peer.SendAsync(ReplyText(third));
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Legacy(server.Url);
        using var source = new CancellationTokenSource();
        var first = Socket.CallAsync(channel, operation, 1, token: source.Token);
        var second = Socket.CallAsync(channel, operation, 2);
        await SocketServer.UntilAsync(() => server.Opened == 1);
        await Task.Delay(50);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("""{"n":3}""", await Socket.CallAsync(channel, operation, 3));
        Assert.Equal("""{"n":2}""", await second);
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Unknown_and_foreign_ids_and_noise_are_ignored()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                var id = message.GetProperty("id").GetString()!;
                string[] noise =
                [
                    "hello", "[1]", "null", "{", "{\"id\":1,\"result\":0}", "{\"id\":\"x\",\"result\":0}", "{\"type\":\"result\",\"result\":0}", "{\"type\":\"stream_end\"}",
                    $$"""{"id":"{{id}}9","result":0}""", $$"""{"id":"{{id[..^1]}}","result":0}""", $$$"""{"type":"heartbeat","data":{"id":"{{{id}}}","result":0}}""",
                ];
                foreach (var text in noise)
                {
                    await peer.SendAsync(text);
                }

                await peer.SendAsync(ReplyText(message));
            }
        });
        await using var channel = Socket.Channel();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($$"""{"n":{{i}}}""", await Socket.CallAsync(channel, Socket.Legacy(server.Url), i));
        }
    }

    [Theory]
    [InlineData("""{"id":"ID","type":"error","error":"no such city"}""", "no such city")]
    [InlineData("""{"request_id":"ID","type":"tool_error","error":{"code":7}}""", """{"code":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"ID","error":{"code":-1}}""", """{"code":-1}""")]
    [InlineData("""{"type":"error","id":"ID"}""", "")]
    public async Task Errors_of_the_tool_are_exceptions_with_its_words_apart(string reply, string expected)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var id = Id(await peer.ReadJsonAsync());
            await peer.SendAsync(reply.Replace("ID", id, StringComparison.Ordinal));
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpToolException>(() => Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
        Assert.Equal(("tool: the tool reported an error.", expected), (e.Message, e.Error));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":"ID","result":[1]}""", "[1]")]
    [InlineData("""{"result":[1],"id":"ID"}""", "[1]")]
    [InlineData("""{"id":"ID","temperature":5}""", """{"id":"ID","temperature":5}""")]
    [InlineData("""{"type":"result","id":"ID"}""", "null")]
    [InlineData("""{"type":"result","id":"ID","result":{"deep":{"id":"other","type":"error"}},"partial":false}""", """{"deep":{"id":"other","type":"error"}}""")]
    public async Task Any_object_that_repeats_the_id_is_an_answer(string reply, string expected)
    {
        var id = "";
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            id = Id(await peer.ReadJsonAsync());
            await peer.SendAsync(reply.Replace("ID", id, StringComparison.Ordinal));
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var answer = await Socket.CallAsync(channel, Socket.Legacy(server.Url), 1);
        Assert.Equal(expected, answer.Replace(id, "ID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_of_a_streaming_tool_returns_the_last_result()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var id = Id(await peer.ReadJsonAsync());
            await peer.SendAsync($$"""{"type":"result","id":"{{id}}","result":1,"partial":true}""");
            await peer.SendAsync($$"""{"type":"result","id":"{{id}}","result":2,"partial":false}""");
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        Assert.Equal("2", await Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
    }

    [Fact]
    public async Task W5_first_calls_in_parallel_open_one_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                await peer.SendAsync(ReplyText(message));
            }
        }, async _ =>
        {
            await Task.Delay(100);
            return false;
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Legacy(server.Url);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Socket.CallAsync(channel, operation, i))));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Tools_of_one_provider_share_a_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                await peer.SendAsync(ReplyText(message));
            }
        });
        await using var channel = Socket.Channel();
        await Socket.CallAsync(channel, Socket.Legacy(server.Url), 1);
        await Socket.CallAsync(channel, new WebSocketOperation("other", server.Url) { MessageJson = Socket.Enveloped }, 1);
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task A_reply_without_interest_is_waited_for()
    {
        await using var server = await SocketServer.StartAsync(async peer => await peer.EchoAsync(_ => "this is no JSON"));
        await using var channel = Socket.Channel();
        var request = new WebSocketRequestBuilder(new(channel, null), Socket.Plain(server.Url), null);
        await request.SendAsync(CancellationToken.None);
        Assert.Equal("this is no JSON", await Socket.CallAsync<string, StringCodec>(channel, Socket.Plain(server.Url)));
    }
}
