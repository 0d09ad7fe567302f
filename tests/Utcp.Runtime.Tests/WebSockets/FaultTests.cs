using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>What servers and networks do wrong, and what the caller sees. The table is in docs/websocket.md.</summary>
public sealed class FaultTests
{
    private static WebSocketOperation Operation(bool isCorrelated, string url, double timeout = 20) => isCorrelated ? Socket.Legacy(url, timeout) : Socket.Plain(url, timeout: timeout);

    public static TheoryData<int, bool> Closes => new(from status in (int[])[1000, 1001, 1011, 4000] from isCorrelated in (bool[])[true, false] select (status, isCorrelated));

    [Theory]
    [MemberData(nameof(Closes))]
    public async Task Case104_W11_a_close_before_the_reply_is_an_error_with_its_status(int status, bool isCorrelated)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.CloseAsync(status, "because");
        });
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Operation(isCorrelated, server.Url), 1));
        Assert.Equal((status, "because", "127.0.0.1"), (e.CloseStatus, e.CloseReason, e.Host));
        Assert.DoesNotContain("because", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Opened);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_before_the_reply_is_1006_and_the_call_is_not_sent_again(bool isCorrelated)
    {
        var received = 0;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            received++;
            peer.Cut();
        });
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Operation(isCorrelated, server.Url), 1));
        Assert.Equal(1006, e.CloseStatus);
        Assert.Contains("not sent again", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, received);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_right_after_the_handshake_fails_the_call(bool isCorrelated)
    {
        await using var server = await SocketServer.StartAsync(peer => peer.CloseAsync(1001));
        await using var channel = Socket.Channel();
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Operation(isCorrelated, server.Url), 1));
        Assert.Equal(1001, e.CloseStatus);
        Assert.InRange(server.Opened, 1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task W12_after_a_close_between_calls_the_next_call_connects_anew(bool isCorrelated)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var message = await peer.ReadJsonAsync();
            await peer.SendAsync(isCorrelated ? $$"""{"type":"result","id":{{message.GetProperty("id").GetRawText()}},"result":1}""" : "1");
            await Task.Delay(50);
            await peer.CloseAsync(1001);
        });
        await using var channel = Socket.Channel();
        var operation = Operation(isCorrelated, server.Url);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("1", await Socket.CallAsync(channel, operation, 1));
            await SocketServer.UntilAsync(() => server.Open == 0 && channel.WebSockets.Count == 0);
        }

        Assert.Equal(3, server.Opened);
    }

    [Fact]
    public async Task W12_a_server_that_restarts_is_tried_again_with_growing_waits()
    {
        var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        var url = server.Url;
        await using var channel = Socket.Channel(new() { ReconnectDelay = TimeSpan.FromMilliseconds(100), ReconnectAttempts = 8 });
        var operation = Socket.Plain(url);
        await Socket.CallAsync(channel, operation, 1);
        await server.DisposeAsync();
        await SocketServer.UntilAsync(() => channel.WebSockets.Count == 0);
        var call = Socket.CallAsync(channel, operation, 2);
        await Task.Delay(250);
        Assert.False(call.IsCompleted);
        await using var again = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text), url: $"http://127.0.0.1:{new Uri(url).Port}");
        Assert.Equal("""{"n":2}""", await call);
    }

    [Fact]
    public async Task A_server_that_was_never_there_fails_at_once()
    {
        await using var channel = Socket.Channel();
        var start = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Socket.Plain("ws://127.0.0.1:1/"), 1));
        await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Socket.Legacy("ws://127.0.0.1:1/"), 1));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_64_MB_ends_at_the_limit(bool isCorrelated)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            var chunk = new byte[64 * 1024];
            Array.Fill(chunk, (byte)'1');
            try
            {
                for (var sent = 0; sent < 1024; sent++)
                {
                    await peer.Socket.SendAsync(chunk, WebSocketMessageType.Text, false, peer.Context.RequestAborted);
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
            {
            }
        });
        await using var channel = Socket.Channel();
        var before = GC.GetTotalAllocatedBytes();
        var e = await Assert.ThrowsAsync<UtcpResponseTooLargeException>(() => Socket.CallAsync(channel, Operation(isCorrelated, server.Url), 1));
        Assert.Equal(1024 * 1024, e.Limit);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 32 * 1024 * 1024);
        await SocketServer.UntilAsync(() => server.Open == 0);
    }

    [Fact]
    public async Task Frames_of_one_byte_and_empty_frames_make_messages()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                foreach (var b in Encoding.UTF8.GetBytes(text))
                {
                    await peer.Socket.SendAsync(new[] { b }, WebSocketMessageType.Text, false, default);
                    await peer.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, false, default);
                }

                await peer.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, default);
            }
        });
        await using var channel = Socket.Channel();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal($$"""{"n":{{i}}}""", await Socket.CallAsync(channel, Socket.Plain(server.Url), i));
        }
    }

    [Fact]
    public async Task A_dripping_server_costs_the_timeout()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            for (var i = 0; i < 200 && peer.Socket.State == WebSocketState.Open && !peer.Context.RequestAborted.IsCancellationRequested; i++)
            {
                try
                {
                    await peer.Socket.SendAsync("1"u8.ToArray(), WebSocketMessageType.Text, false, peer.Context.RequestAborted);
                    await Task.Delay(20, peer.Context.RequestAborted);
                }
                catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
                {
                    return;
                }
            }
        });
        await using var channel = Socket.Channel(new() { CloseTimeout = TimeSpan.FromMilliseconds(200) });
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Socket.CallAsync(channel, Socket.Plain(server.Url, timeout: 0.3), 1));
        await SocketServer.UntilAsync(() => server.Open == 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_ignores_pings_is_given_up(bool isCorrelated)
    {
        // The raw stream behind the upgrade: nobody reads it, so nobody answers pings.
        await using var server = await SocketServer.StartAsync(_ => Task.CompletedTask, async context =>
        {
            await using var stream = await HandshakeAsync(context);
            try
            {
                await Task.Delay(20_000, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
            }

            return true;
        });
        await using var channel = Socket.Channel(new() { PingInterval = TimeSpan.FromMilliseconds(100), PingTimeout = TimeSpan.FromMilliseconds(200) });
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Socket.CallAsync(channel, Operation(isCorrelated, server.Url, 15), 1));
        Assert.True(e.Message.Contains("ping", StringComparison.Ordinal), e.ToString());
        Assert.Equal(1006, e.CloseStatus);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x81, 0x81, 1, 2, 3, 4, 5 })]
    [InlineData(new byte[] { 0x81, 0x01, 0xC3 })]
    [InlineData(new byte[] { 0x09, 0x00 })]
    [InlineData(new byte[] { 0x88, 0x01, 0x01 })]
    public async Task Frames_that_break_the_protocol_break_the_connection(byte[] bytes)
    {
        await using var server = await SocketServer.StartAsync(_ => Task.CompletedTask, async context =>
        {
            await using var stream = await HandshakeAsync(context);
            await stream.ReadAtLeastAsync(new byte[64], 7);
            await stream.WriteAsync(bytes);
            await Task.Delay(100);
            return true;
        });
        await using var channel = Socket.Channel();
        var e = await Record.ExceptionAsync(() => Socket.CallAsync<long, Int64Codec>(channel, Socket.Plain(server.Url, timeout: 5)));
        Assert.True(e is UtcpConnectionException or UtcpResponseException, e?.ToString());
    }

    [Fact]
    public async Task A_flood_between_calls_costs_the_connection_and_no_memory()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var message = await peer.ReadJsonAsync();
            await peer.SendAsync($$"""{"type":"result","id":{{message.GetProperty("id").GetRawText()}},"result":1}""");
            while (peer.Socket.State == WebSocketState.Open && !peer.Context.RequestAborted.IsCancellationRequested)
            {
                await peer.SendAsync("""{"type":"news","text":"spam"}""");
            }
        });
        await using var channel = Socket.Channel(new() { CloseTimeout = TimeSpan.FromMilliseconds(200) });
        Assert.Equal("1", await Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
        await SocketServer.UntilAsync(() => server.Open == 0 && channel.WebSockets.Count == 0);
        Assert.Equal("1", await Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
    }

    [Fact]
    public async Task A_server_that_does_not_read_is_given_up_by_the_calls_time_limit()
    {
        await using var server = await SocketServer.StartAsync(peer => Task.Delay(20_000, peer.Context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var channel = Socket.Channel(new() { CloseTimeout = TimeSpan.FromMilliseconds(200) });
        var text = new string('x', 20_000_000);
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => Socket.CallAsync(channel, Socket.Plain(server.Url, timeout: 0.5), (ref WebSocketRequestBuilder request) => request.Argument<string, StringCodec>("t", text)));
        await SocketServer.UntilAsync(() => channel.WebSockets.Count == 0);
    }

    [Fact]
    public async Task Disposing_the_channel_fails_calls_and_closes_in_good_order()
    {
        var closed = false;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            closed = await peer.ReadAsync() is null && peer.Socket.CloseStatus == WebSocketCloseStatus.NormalClosure;
            await peer.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var channel = Socket.Channel();
        var call = Socket.CallAsync(channel, Socket.Legacy(server.Url), 1);
        await SocketServer.UntilAsync(() => server.Opened == 1);
        await Task.Delay(50);
        await channel.DisposeAsync();
        await Assert.ThrowsAsync<UtcpConnectionException>(() => call);
        await SocketServer.UntilAsync(() => closed);
        Assert.Equal(0, channel.WebSockets.Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Socket.CallAsync(channel, Socket.Legacy(server.Url), 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Idle_connections_are_closed(bool isCorrelated)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                await peer.SendAsync(isCorrelated ? $$"""{"type":"result","id":{{message.GetProperty("id").GetRawText()}},"result":1}""" : "1");
            }
        });
        await using var channel = Socket.Channel(new() { IdleTimeout = TimeSpan.FromMilliseconds(150) });
        var operation = Operation(isCorrelated, server.Url);
        await Socket.CallAsync(channel, operation, 1);
        await SocketServer.UntilAsync(() => server.Open == 0 && channel.WebSockets.Count == 0);
        Assert.Equal("1", await Socket.CallAsync(channel, operation, 1));
    }

    private static async Task<Stream> HandshakeAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var key = context.Request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.Connection = "Upgrade";
#pragma warning disable CA5350 // The handshake of RFC 6455 is defined with SHA-1.
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(System.Security.Cryptography.SHA1.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5350
        return await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }
}
