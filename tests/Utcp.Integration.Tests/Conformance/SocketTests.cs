using System.Text.Json;
using Acme.Radio;
using Acme.Sockets;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 97 to 109 of UTCP section 9.2: WebSockets, through generated clients. Case 101, discovery, belongs to the runtime; case 107 is refused at load too.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task Case097_the_bare_arguments_are_sent_and_the_first_reply_returned()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        var client = provider.Client<SocketsClient>();
        Assert.Equal("""{"a":1}""", (await client.EchoAsync(1)).GetRawText());
        Assert.Equal("""{"a":2,"b":"x"}""", (await client.EchoAsync(2, "x")).GetRawText());
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task Case098_a_number_in_an_object_template_stays_a_number()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        Assert.Equal("""{"a":5}""", (await provider.Client<SocketsClient>().TypedAsync(JsonElement.Parse("5"))).GetRawText());
    }

    [Fact]
    public async Task Case099_a_value_stays_inside_the_JSON_string()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        Assert.Equal("""{"q":"\", \"isAdmin\": true, \"x\": \""}""", await provider.Client<SocketsClient>().TextAsync("\", \"isAdmin\": true, \"x\": \""));
    }

    [Fact]
    public async Task Case100_a_placeholder_in_a_value_is_text()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        var client = provider.Client<SocketsClient>();
        Assert.Equal("""{"a":"UTCP_ARG_secret_UTCP_ARG","b":"s"}""", (await client.TypedAsync(JsonElement.Parse("\"UTCP_ARG_secret_UTCP_ARG\""), "s")).GetRawText());
    }

    [Fact]
    public async Task Case102_swapped_replies_find_their_calls()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            var (first, second) = (await peer.ReadJsonAsync(), await peer.ReadJsonAsync());
            foreach (var message in (JsonElement[])[second, first])
            {
                await peer.SendAsync($$"""{"type":"tool_response","request_id":{{message.GetProperty("request_id").GetRawText()}},"result":{{message.GetProperty("arguments").GetRawText()}}}""");
            }

            await peer.ReadAsync();
        });
        var client = provider.Client<SocketsClient>();
        var points = await Task.WhenAll(client.GetPointAsync(1), client.GetPointAsync(2));
        Assert.Equal([new Point { N = 1 }, new Point { N = 2 }], points);
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task Case103_a_late_reply_reaches_nobody()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await Task.Delay(text.Contains('1', StringComparison.Ordinal) ? 500 : 0);
                await peer.SendAsync(text);
            }
        });
        var client = provider.Client<SocketsClient>();
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => client.EchoAsync(1, options: new() { Timeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Equal("""{"a":2}""", (await client.EchoAsync(2)).GetRawText());
    }

    [Fact]
    public async Task Case104_a_close_before_the_reply_is_an_error_with_its_status()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.CloseAsync(1011, "broken");
        });
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => provider.Client<SocketsClient>().EchoAsync(1));
        Assert.Equal((1011, "broken"), (e.CloseStatus!.Value, e.CloseReason));
    }

    [Fact]
    public async Task Case105_an_API_key_goes_into_the_query_of_the_handshake()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        Assert.Equal("hello", (await provider.Client<SocketsClient>((SocketsClient.Variables.SocketKey, "k")).KeyedAsync("blue room", "me")).GetString());
        var (target, headers) = Assert.Single(provider.Handshakes);
        Assert.Equal(("/rooms/blue%20room?key=k", "me"), (target, headers["X-User"].ToString()));
    }

    [Fact]
    public async Task Case106_a_redirect_is_an_error_and_leaks_no_header()
    {
        await using var other = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync(), context =>
        {
            context.Response.Redirect("http://127.0.0.1:" + other.Port + "/");
            return true;
        });
        Assert.Equal(302, (await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<SocketsClient>().EchoAsync(1))).StatusCode);
        Assert.Empty(other.Handshakes);
    }

    [Theory]
    [InlineData("ws://example.com")]
    [InlineData("ws://localhost.evil.com")]
    [InlineData("http://localhost")]
    public async Task Case107_insecure_URLs_are_refused(string url)
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await Assert.ThrowsAsync<UtcpUrlException>(() => provider.Client<SocketsClient>((SocketsClient.Variables.SocketUrl, url)).AnywhereAsync());
    }

    [Fact]
    public async Task Case108_tool_responses_are_items_until_stream_end()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("""{"type":"tool_response","result":{"n":1}}""");
            await peer.SendAsync("""{"type":"tool_response","result":{"n":2}}""");
            await peer.SendAsync("""{"type":"stream_end"}""");
            await peer.ReadAsync();
        });
        Assert.Equal([new Point { N = 1 }, new Point { N = 2 }], await provider.Client<SocketsClient>().WatchPointsStreamAsync().ToListAsync());
    }

    [Fact]
    public async Task Case109_tools_of_v01_speak_its_envelope()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                Assert.Equal(("call", "tune"), (message.GetProperty("type").GetString(), message.GetProperty("tool").GetString()));
                var id = message.GetProperty("id").GetRawText();
                for (var i = 0; i < 3; i++)
                {
                    await peer.SendAsync($$"""{"type":"result","id":{{id}},"result":{{i}},"partial":{{(i < 2 ? "true" : "false")}}}""");
                }
            }
        });
        var client = provider.Client<RadioClient>();
        Assert.Equal([0L, 1L, 2L], await client.TuneStreamAsync(7).ToListAsync());
        Assert.Equal(2, await client.TuneAsync(7));
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task A_session_is_a_typed_conversation()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var session = await provider.Client<SocketsClient>().WatchPointsSessionAsync();
        await session.SendAsync(new Point { N = 5 });
        await session.SendTextAsync("""{"n":6}""");
        Assert.Equal([new Point { N = 5 }, new Point { N = 6 }], await session.ReadAllAsync().Take(2).ToListAsync());
    }
}
