using System.Net.WebSockets;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>The dialect without ids: one call at a time on a connection (D21, D22).</summary>
public sealed class PlainTests
{
    [Fact]
    public async Task Case097_the_bare_object_is_sent_and_the_first_reply_returned()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => "{\"got\":" + text + "}"));
        await using var channel = Socket.Channel();
        Assert.Equal("""{"got":{"n":1}}""", await Socket.CallAsync(channel, Socket.Plain(server.Url), 1));
    }

    [Fact]
    public async Task Calls_one_after_the_other_share_a_connection()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($$"""{"n":{{i}}}""", await Socket.CallAsync(channel, Socket.Plain(server.Url), i));
        }

        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task W3_parallel_calls_take_further_connections_and_get_their_own_replies()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await Task.Delay(50);
                await peer.SendAsync(text);
            }
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Socket.CallAsync(channel, operation, i)));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $$"""{"n":{{i}}}"""), answers);
        Assert.InRange(server.Opened, 2, 20);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_of_connections_wait_for_their_turn()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel(new() { MaxConnections = 2 });
        var operation = Socket.Plain(server.Url);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Socket.CallAsync(channel, operation, i)));
        Assert.InRange(server.Opened, 1, 2);
    }

    [Fact]
    public async Task Case103_W2_W4_a_late_reply_never_reaches_another_call()
    {
        var (received, late) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                if (text.Contains("\"n\":1}", StringComparison.Ordinal))
                {
                    received.SetResult();
                    await late.Task;
                }

                await peer.SendAsync(text);
            }
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url);
        Assert.Equal("""{"n":0}""", await Socket.CallAsync(channel, operation, 0));
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Socket.CallAsync(channel, operation, 1, new() { Timeout = TimeSpan.FromSeconds(1) }));
        await received.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("""{"n":2}""", await Socket.CallAsync(channel, operation, 2));
        late.SetResult();
        Assert.Equal("""{"n":3}""", await Socket.CallAsync(channel, operation, 3));
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task A_cancelled_call_costs_its_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is not null)
            {
            }
        });
        await using var channel = Socket.Channel();
        using var source = new CancellationTokenSource();
        var call = Socket.CallAsync(channel, Socket.Plain(server.Url), 5, token: source.Token);
        await SocketServer.UntilAsync(() => server.Opened == 1);
        await source.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, e.CancellationToken);
        await SocketServer.UntilAsync(() => server.Open == 0, "the connection stays open");
    }

    [Fact]
    public async Task A_message_outside_a_call_costs_the_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await peer.SendAsync(text);
                await peer.SendAsync("\"again " + text.Replace('"', '\'') + "\"");
            }
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal($$"""{"n":{{i}}}""", await Socket.CallAsync(channel, operation, i));
            await Task.Delay(100);
        }

        Assert.Equal(3, server.Opened);
    }

    [Fact]
    public async Task W7_without_keep_alive_the_connection_is_closed_after_the_call()
    {
        var closes = 0;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.EchoAsync(text => text);
            closes += peer.Socket.CloseStatus == WebSocketCloseStatus.NormalClosure ? 1 : 0;
            await peer.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var channel = Socket.Channel();
        var operation = new WebSocketOperation("tool", server.Url) { KeepAlive = false };
        await Socket.CallAsync(channel, operation, 1);
        await Socket.CallAsync(channel, operation, 2);
        await SocketServer.UntilAsync(() => server.Open == 0 && closes == 2);
        Assert.Equal(2, server.Opened);
    }

    [Theory]
    [InlineData(WebSocketFormat.Any, "[1]", "[1]")]
    [InlineData(WebSocketFormat.Json, "hello", "\"hello\"")]
    [InlineData(WebSocketFormat.Text, "[1]", "\"[1]\"")]
    [InlineData(WebSocketFormat.Raw, "[1]", "\"[1]\"")]
    [InlineData(WebSocketFormat.Any, """{"type":"tool_response","result":5}""", "5")]
    [InlineData(WebSocketFormat.Text, """{"type":"tool_response","result":5}""", "\"{\\\"type\\\":\\\"tool_response\\\",\\\"result\\\":5}\"")]
    [InlineData(WebSocketFormat.Any, """{"type":"result","result":5}""", """{"type":"result","result":5}""")]
    public async Task Replies_are_read_by_their_format(WebSocketFormat format, string reply, string expected)
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(_ => reply));
        await using var channel = Socket.Channel();
        Assert.Equal(expected, await Socket.CallAsync(channel, Socket.Plain(server.Url, format), 1));
    }

    [Fact]
    public async Task Binary_replies_are_bytes_and_bytes_of_JSON_are_JSON()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: not System.Text.Json.JsonValueKind.Undefined } message)
            {
                await peer.SendAsync(message.GetProperty("n").GetInt32() == 0 ? [0xFF, 0, 1] : "{\"a\":1}"u8.ToArray(), WebSocketMessageType.Binary);
            }
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url);
        var bytes = await Socket.CallAsync<ReadOnlyMemory<byte>, BytesCodec>(channel, operation, (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("n", 0));
        Assert.Equal([0xFF, 0, 1], bytes.ToArray());
        Assert.Equal("\"/wAB\"", await Socket.CallAsync(channel, operation, 0));
        Assert.Equal("{\"a\":1}", await Socket.CallAsync(channel, operation, 1));
    }

    [Fact]
    public async Task A_reply_of_another_type_says_where()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpResponseException>(() => Socket.CallAsync<long, Int64Codec>(channel, Socket.Plain(server.Url)));
        Assert.StartsWith("tool: the message does not fit at $", e.Message, StringComparison.Ordinal);
        Assert.Equal("{}", e.BodyExcerpt);
        Assert.Equal(101, e.StatusCode);
    }
}
