using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

public sealed class StreamTests
{
    [Fact]
    public async Task Case108_tool_responses_until_stream_end()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is not null)
            {
                await peer.SendAsync("""{"type":"tool_response","result":1}""");
                await peer.SendAsync("""{"type":"tool_response","result":{"a":2}}""");
                await peer.SendAsync("""{"type":"stream_end"}""");
            }
        });
        await using var channel = Socket.Channel();
        Assert.Equal(["1", """{"a":2}"""], await Socket.TextsAsync(Socket.StreamAsync(channel, Socket.Plain(server.Url))));
        Assert.Equal(["1", """{"a":2}"""], await Socket.TextsAsync(Socket.StreamAsync(channel, Socket.Plain(server.Url))));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Case109_results_until_partial_is_false()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                var id = message.GetProperty("id").GetRawText();
                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":1,"partial":true}""");
                await peer.SendAsync($$"""{"type":"result","id":"other","result":9,"partial":true}""");
                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":2,"partial":true}""");
                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":3,"partial":false}""");
                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":4,"partial":false}""");
            }
        });
        await using var channel = Socket.Channel();
        Assert.Equal(["1", "2", "3"], await Socket.TextsAsync(Socket.StreamAsync(channel, Socket.Legacy(server.Url))));
        Assert.Equal(["1", "2", "3"], await Socket.TextsAsync(Socket.StreamAsync(channel, Socket.Legacy(server.Url))));
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Streams_and_calls_share_a_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var streams = new List<string>();
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                var id = message.GetProperty("id").GetRawText();
                if (message.GetProperty("params").GetProperty("n").GetInt32() == 0)
                {
                    streams.Add(id);
                    continue;
                }

                foreach (var stream in streams)
                {
                    await peer.SendAsync($$"""{"type":"result","id":{{stream}},"result":{{message.GetProperty("params").GetProperty("n")}},"partial":true}""");
                }

                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":"done"}""");
            }
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Legacy(server.Url);
        Socket.Fill zero = (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("n", 0);
        var first = Socket.StreamAsync(channel, operation, zero).GetAsyncEnumerator();
        var second = Socket.StreamAsync(channel, operation, zero).GetAsyncEnumerator();
        var (one, two) = (first.MoveNextAsync(), second.MoveNextAsync());
        Assert.Equal("\"done\"", await Socket.CallAsync(channel, operation, 5));
        Assert.True(await one && await two);
        Assert.Equal((5, 5), (first.Current.GetInt32(), second.Current.GetInt32()));
        await first.DisposeAsync();
        Assert.Equal("\"done\"", await Socket.CallAsync(channel, operation, 6));
        Assert.True(await second.MoveNextAsync());
        Assert.Equal(6, second.Current.GetInt32());
        await second.DisposeAsync();
        Assert.Equal(1, server.Opened);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(1011, false)]
    public async Task A_feed_without_ids_is_over_when_the_server_closes_normally(int status, bool isNormal)
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("1");
            await peer.SendAsync("2");
            await peer.CloseAsync(status, "bye");
        });
        await using var channel = Socket.Channel();
        var items = new List<string>();
        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var item in Socket.StreamAsync(channel, Socket.Plain(server.Url)))
            {
                items.Add(item.GetRawText());
            }
        });
        Assert.Equal(["1", "2"], items);
        if (isNormal)
        {
            Assert.Null(failure);
        }
        else
        {
            var e = Assert.IsType<UtcpConnectionException>(failure);
            Assert.Equal((status, "bye"), (e.CloseStatus!.Value, e.CloseReason));
        }
    }

    [Fact]
    public async Task With_ids_a_close_before_the_end_is_an_error()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var id = (await peer.ReadJsonAsync()).GetProperty("id").GetRawText();
            await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":1,"partial":true}""");
            await peer.CloseAsync(1000);
        });
        await using var channel = Socket.Channel();
        await using var items = Socket.StreamAsync(channel, Socket.Legacy(server.Url)).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1000, (await Assert.ThrowsAsync<UtcpConnectionException>(async () => await items.MoveNextAsync())).CloseStatus);
    }

    [Fact]
    public async Task Leaving_a_stream_closes_a_connection_that_nobody_else_uses()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            _ = peer.ReadAsync();
            for (var i = 0; peer.Socket.State == System.Net.WebSockets.WebSocketState.Open; i++)
            {
                await peer.SendAsync("1");
                await Task.Delay(5);
            }
        });
        await using var channel = Socket.Channel();
        await foreach (var item in Socket.StreamAsync(channel, Socket.Plain(server.Url)))
        {
            break;
        }

        await SocketServer.UntilAsync(() => server.Open == 0, "the connection stays open");
    }

    [Fact]
    public async Task A_stream_is_enumerated_once_and_sends_only_then()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(_ => """{"type":"stream_end"}"""));
        await using var channel = Socket.Channel();
        var stream = Socket.StreamAsync(channel, Socket.Plain(server.Url));
        Assert.Equal(0, server.Opened);
        Assert.Empty(await stream.ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.ToListAsync());
    }

    [Fact]
    public async Task Cancellation_and_time_limits_end_a_stream()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("1");
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        using var source = new CancellationTokenSource();
        await using (var items = Socket.StreamAsync(channel, Socket.Plain(server.Url)).GetAsyncEnumerator(source.Token))
        {
            Assert.True(await items.MoveNextAsync());
            var next = items.MoveNextAsync();
            await source.CancelAsync();
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next)).CancellationToken);
        }

        await using (var limited = Socket.StreamAsync(channel, Socket.Plain(server.Url), options: new() { Timeout = TimeSpan.FromMilliseconds(300) }).GetAsyncEnumerator())
        {
            Assert.True(await limited.MoveNextAsync());
            await Assert.ThrowsAsync<UtcpTimeoutException>(async () => await limited.MoveNextAsync());
        }

        await SocketServer.UntilAsync(() => server.Open == 0);
    }

    [Fact]
    public async Task The_templates_timeout_limits_the_wait_for_the_first_item_only()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var text = await peer.ReadAsync();
            if (text!.Contains('1', StringComparison.Ordinal))
            {
                await peer.SendAsync("1");
                await Task.Delay(700);
                await peer.SendAsync("2");
                await peer.CloseAsync(1000);
            }

            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel();
        var operation = Socket.Plain(server.Url, timeout: 0.4);
        Assert.Equal(["1", "2"], await Socket.TextsAsync(Socket.StreamAsync(channel, operation, (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("n", 1))));
        await Assert.ThrowsAsync<UtcpTimeoutException>(async () => await Socket.TextsAsync(Socket.StreamAsync(channel, operation)));
    }

    [Fact]
    public async Task A_slow_reader_makes_the_server_wait()
    {
        var sent = 0;
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            var text = "\"" + new string('x', 10_000) + "\"";
            for (; sent < 5000; sent++)
            {
                await peer.SendAsync(text);
            }

            await peer.CloseAsync(1000);
        });
        await using var channel = Socket.Channel();
        var count = 0;
        await foreach (var item in Socket.StreamAsync(channel, Socket.Plain(server.Url)))
        {
            if (count++ == 0)
            {
                var before = -1;
                while (before != sent)
                {
                    before = sent;
                    await Task.Delay(300);
                }

                // 50 MB would have come; the queue holds 1 MiB and the sockets' buffers a few more.
                Assert.InRange(sent, 100, 3000);
            }
        }

        Assert.Equal(5000, count);
    }

    [Fact]
    public async Task A_reader_that_sleeps_loses_its_stream_and_not_the_connection()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            var id = (await peer.ReadJsonAsync()).GetProperty("id").GetRawText();
            for (var i = 0; i < 3000; i++)
            {
                await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":{{i}},"partial":true}""");
            }

            id = (await peer.ReadJsonAsync()).GetProperty("id").GetRawText();
            await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":"ok"}""");
            await peer.ReadAsync();
        });
        await using var channel = Socket.Channel(new() { SlowReaderTimeout = TimeSpan.FromMilliseconds(300) });
        var operation = Socket.Legacy(server.Url);
        await using var items = Socket.StreamAsync(channel, operation).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal("\"ok\"", await Socket.CallAsync(channel, operation, 1));
        var count = 1;
        await Assert.ThrowsAsync<UtcpTimeoutException>(async () =>
        {
            while (await items.MoveNextAsync())
            {
                Assert.Equal(count++, items.Current.GetInt32());
            }
        });
        Assert.InRange(count, 1000, 1100);
        Assert.Equal(1, server.Opened);
    }

    [Fact]
    public async Task Errors_and_unreadable_items_end_a_stream()
    {
        await using var server = await SocketServer.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await peer.SendAsync("1");
                await peer.SendAsync(text.Contains('1', StringComparison.Ordinal) ? """{"type":"tool_error","error":"gone"}""" : "\"x\"");
            }
        });
        await using var channel = Socket.Channel();
        var items = new List<long>();
        var operation = Socket.Plain(server.Url);
        Assert.Equal("gone", (await Assert.ThrowsAsync<UtcpToolException>(async () =>
        {
            await foreach (var item in Socket.StreamAsync<long, Int64Codec>(channel, operation, (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("n", 1)))
            {
                items.Add(item);
            }
        })).Error);
        Assert.Equal([1L], items);
        await Assert.ThrowsAsync<UtcpResponseException>(async () => await Socket.StreamAsync<long, Int64Codec>(channel, operation).ToListAsync());
    }
}
