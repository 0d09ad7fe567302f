using System.Net.WebSockets;
using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.WebSockets;

namespace Utcp.Runtime.Tests.WebSockets;

public sealed class SessionTests
{
    [Fact]
    public async Task Both_sides_say_what_they_want()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.SendAsync("""{"type":"welcome"}""");
            await peer.EchoAsync(text => "{\"type\":\"tool_response\",\"result\":" + JsonSerializer_String(text) + "}");
            await peer.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var channel = Socket.Channel();
        await using var session = await Socket.OpenAsync<JsonElement, ElementCodec>(channel, Socket.Plain(server.Url));
        await session.SendTextAsync("hi");
        await session.SendJsonAsync(JsonElement.Parse("[1]"));
        await session.SendBytesAsync("x"u8.ToArray());
        var messages = new List<string>();
        await foreach (var message in session.ReadAllAsync())
        {
            messages.Add(message.GetRawText());
            if (messages.Count == 4)
            {
                break;
            }
        }

        Assert.Equal(["""{"type":"welcome"}""", """{"type":"tool_response","result":"hi"}""", """{"type":"tool_response","result":"[1]"}""", """{"type":"tool_response","result":"x"}"""], messages);
        Assert.Null(session.CloseStatus);
        await session.CloseAsync();
        Assert.Equal(1000, session.CloseStatus);
        await Assert.ThrowsAsync<UtcpConnectionException>(() => session.SendTextAsync("late"));
    }

    [Fact]
    public async Task A_message_that_the_server_answers_with_a_close_was_sent()
    {
        var received = 0;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            if (await peer.ReadAsync() is not null)
            {
                Interlocked.Increment(ref received);
                await peer.CloseAsync(1000, "out");
            }
        });
        await using var channel = Socket.Channel();
        for (var i = 0; i < 200; i++)
        {
            await using var session = await Socket.OpenAsync<JsonElement, ElementCodec>(channel, Socket.Plain(server.Url));
            await session.SendTextAsync("over");
            Assert.Empty(await session.ReadAllAsync().ToListAsync());
        }

        Assert.Equal(200, received);
    }

    [Theory]
    [InlineData(1000, UtcpWebSocketEventKind.Close)]
    [InlineData(1011, UtcpWebSocketEventKind.Error)]
    public async Task Events_tell_the_whole_story(int status, UtcpWebSocketEventKind end)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.SendAsync("1");
            await peer.CloseAsync(status, "bye");
        });
        await using var channel = Socket.Channel();
        await using var session = await Socket.OpenAsync<long, Int64Codec>(channel, Socket.Plain(server.Url));
        var events = await session.ReadEventsAsync().ToListAsync();
        Assert.Equal([UtcpWebSocketEventKind.Open, UtcpWebSocketEventKind.Message, end], events.Select(e => e.Kind));
        Assert.Equal((1L, status, "bye"), (events[1].Message, events[2].CloseStatus!.Value, events[2].CloseReason));
        Assert.Equal(end == UtcpWebSocketEventKind.Error, events[2].Error is UtcpConnectionException);
    }

    [Fact]
    public async Task A_cancelled_read_leaves_the_session_open()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel();
        await using var session = await Socket.OpenAsync<long, Int64Codec>(channel, Socket.Plain(server.Url));
        using var source = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.ReadAllAsync(source.Token).ToListAsync());
        await session.SendTextAsync("5");
        Assert.Equal(5, await session.ReadAllAsync().FirstAsync());
    }

    [Fact]
    public async Task Sessions_have_connections_of_their_own()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url);
        await Socket.CallAsync(channel, operation, 1);
        var first = await Socket.OpenAsync<long, Int64Codec>(channel, operation);
        var second = await Socket.OpenAsync<long, Int64Codec>(channel, operation);
        Assert.Equal(3, server.Open);
        await first.DisposeAsync();
        await second.DisposeAsync();
        await SocketServer.UntilAsync(() => server.Open == 1);
    }

    [Theory]
    [InlineData("""{"utcp_version":"1.1.0","tools":[]}""")]
    [InlineData("""{"version":"0.1.0","tools":[{"name":"x"}]}""")]
    [InlineData("""{"type":"utcp","manual":{"tools":[]}}""", """{"tools":[]}""")]
    [InlineData("""{"type":"response","result":{"tools":[]}}""", """{"tools":[]}""")]
    public async Task Case101_W1_discovery_finds_the_manual(string reply, string? manual = null)
    {
        var question = "";
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.SendAsync("""{"type":"hello"}""");
            question = await peer.ReadAsync();
            await peer.SendAsync("[]");
            await peer.SendAsync(reply);
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var found = await WebSocketDiscovery.ReadAsync(new(channel, null), Socket.Plain(server.Url), null, asksInText: false, 1 << 20, default);
        Assert.Equal(manual ?? reply, found.GetRawText());
        Assert.Equal("""{"type":"utcp"}""", question);
        await SocketServer.UntilAsync(() => server.Open == 0);
    }

    [Fact]
    public async Task Discovery_ends_with_the_time_or_the_connection()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => "{}"));
        await using var closing = await SocketServer.StartAsync(peer => peer.CloseAsync(1000));
        await using var channel = Socket.Channel();
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => WebSocketDiscovery.ReadAsync(new(channel, null), Socket.Plain(server.Url, timeout: 0.3), null, asksInText: false, 1 << 20, default));
        await Assert.ThrowsAsync<UtcpConnectionException>(() => WebSocketDiscovery.ReadAsync(new(channel, null), Socket.Plain(closing.Url), null, asksInText: false, 1 << 20, default));
    }

    [Fact]
    public async Task The_connections_of_a_manual_are_closed_together()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        await using var channel = Socket.Channel();
        await Socket.CallAsync<JsonElement, ElementCodec>(channel, Socket.Plain(server.Url), client: new() { ManualName = "a" });
        await Socket.CallAsync<JsonElement, ElementCodec>(channel, Socket.Plain(server.Url), client: new() { ManualName = "b" });
        Assert.Equal(2, server.Open);
        await channel.WebSockets.CloseAsync(new ClientBinding(channel, new() { ManualName = "a" }));
        await SocketServer.UntilAsync(() => server.Open == 1);
        Assert.Equal(1, channel.WebSockets.Count);
    }

    private static string JsonSerializer_String(string text) => "\"" + text + "\"";
}
