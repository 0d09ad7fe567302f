using System.Text.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 97 to 109 of UTCP section 9.2: calls of WebSocket tools.</summary>
public sealed class SocketTests
{
    private const string WithIds = """{"message":{"type":"call_tool","request_id":"UTCP_REQUEST_ID","tool_name":"UTCP_TOOL_NAME","arguments":"UTCP_ALL_ARGS"}}""";

    [Fact]
    public async Task Case097_the_bare_arguments_are_sent_and_the_first_reply_returned()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var client = await ClientAsync(provider);
        Assert.Equal("""{"a":1}""", await CallAsync(client, """{"a":1}"""));
        Assert.Equal("""{"b":null,"a":[1,"x"]}""", await CallAsync(client, """{"b":null,"a":[1,"x"]}"""));
        Assert.Equal("{}", await CallAsync(client));
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task Case098_a_number_in_an_object_template_stays_a_number()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var client = await ClientAsync(provider, """{"message":{"a":"UTCP_ARG_x_UTCP_ARG"}}""", "x");
        Assert.Equal("""{"a":5}""", await CallAsync(client, """{"x":5}"""));
        await Assert.ThrowsAsync<UtcpArgumentException>(() => CallAsync(client, """{"y":5}"""));
    }

    [Fact]
    public async Task Case099_a_value_stays_inside_the_JSON_string()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var client = await ClientAsync(provider, """{"message":"{\"q\":\"UTCP_ARG_q_UTCP_ARG\"}"}""", "q");
        var result = await client.CallToolAsync("m.t", new Dictionary<string, object?> { ["q"] = "\", \"isAdmin\": true, \"x\": \"" });
        Assert.Equal("q", Assert.Single(result.EnumerateObject()).Name);
        Assert.Equal("\", \"isAdmin\": true, \"x\": \"", result.GetProperty("q").GetString());
    }

    [Fact]
    public async Task Case100_a_placeholder_in_a_value_is_text()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        await using var client = await ClientAsync(provider, """{"message":{"a":"UTCP_ARG_x_UTCP_ARG","b":"UTCP_ARG_s_UTCP_ARG"}}""", "x", "s");
        Assert.Equal("""{"a":"UTCP_ARG_s_UTCP_ARG","b":"k"}""", await CallAsync(client, """{"x":"UTCP_ARG_s_UTCP_ARG","s":"k"}"""));
    }

    [Fact]
    public async Task Case102_swapped_replies_find_their_calls()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            var (first, second) = (await peer.ReadJsonAsync(), await peer.ReadJsonAsync());
            foreach (var message in (JsonElement[])[second, first])
            {
                Assert.Equal("t", message.GetProperty("tool_name").GetString());
                await peer.SendAsync($$"""{"type":"tool_response","request_id":{{message.GetProperty("request_id").GetRawText()}},"result":{{message.GetProperty("arguments").GetRawText()}}}""");
            }

            await peer.ReadAsync();
        });
        await using var client = await ClientAsync(provider, WithIds);
        Assert.Equal(["""{"n":1}""", """{"n":2}"""], await Task.WhenAll(CallAsync(client, """{"n":1}"""), CallAsync(client, """{"n":2}""")));
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task Case103_a_late_reply_reaches_nobody()
    {
        var isFree = new TaskCompletionSource();
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await (text.Contains('1', StringComparison.Ordinal) ? isFree.Task : Task.CompletedTask);
                await peer.SendAsync(text);
            }
        });
        await using var client = await ClientAsync(provider);
        await Assert.ThrowsAsync<UtcpTimeoutException>(() => client.CallToolAsync("m.t", JsonElement.Parse("""{"a":1}"""), new() { Timeout = TimeSpan.FromMilliseconds(200) }));
        isFree.SetResult();
        Assert.Equal("""{"a":2}""", await CallAsync(client, """{"a":2}"""));
    }

    [Fact]
    public async Task Case104_a_close_before_the_reply_is_an_error_with_its_status()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.CloseAsync(1011, "broken");
        });
        await using var client = await ClientAsync(provider);
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => CallAsync(client));
        Assert.Equal((1011, "broken"), (e.CloseStatus!.Value, e.CloseReason));
    }

    [Fact]
    public async Task Case105_an_API_key_goes_into_the_query_of_the_handshake()
    {
        await using var provider = await SocketProvider.StartAsync(peer => peer.EchoAsync());
        var fields = $$$"""{"url":"ws://127.0.0.1:{{{provider.Port}}}/rooms/{room}","header_fields":["X-User"],"auth":{"auth_type":"api_key","api_key":"${KEY}","var_name":"key","location":"query"}}""";
        await using var client = await Clients.WithAsync(Tools.Manual(Template(provider, fields), Tools.Inputs("room", "X-User", "a")), Clients.Configuration(null, ("m_KEY", "k")));
        Assert.Equal("""{"a":true}""", await CallAsync(client, """{"a":true,"room":"blue room","X-User":"me"}"""));
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
        await using var client = await ClientAsync(provider);
        Assert.Equal(302, (await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(client))).StatusCode);
        Assert.Empty(other.Handshakes);
    }

    [Theory]
    [InlineData("ws://example.com")]
    [InlineData("ws://localhost.evil.com")]
    [InlineData("http://localhost")]
    public async Task Case107_insecure_URLs_are_refused(string url)
    {
        await using var client = await Clients.WithAsync(Tools.Manual(Tools.Template(url).Replace("\"http\"", "\"websocket\"", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<UtcpUrlException>(() => CallAsync(client));
        Assert.Contains((await client.GetManualsAsync())[0].Problems, problem => problem.Code == ProblemCodes.InsecureUrl);

        await using var hidden = await Clients.WithAsync(Tools.Manual("""{"call_template_type":"websocket","url":"${WHERE}"}"""), Clients.Configuration(null, ("m_WHERE", url)));
        await Assert.ThrowsAsync<UtcpUrlException>(() => CallAsync(hidden));
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
        await using var client = await ClientAsync(provider);
        Assert.Equal(["""{"n":1}""", """{"n":2}"""], await client.CallToolStreamingAsync("m.t").Select(item => item.GetRawText()).ToListAsync());
    }

    [Fact]
    public async Task Case109_tools_of_v01_speak_its_envelope()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadJsonAsync() is { ValueKind: JsonValueKind.Object } message)
            {
                Assert.Equal("""call t {"f":7}""", $"{message.GetProperty("type")} {message.GetProperty("tool")} {message.GetProperty("params").GetRawText()}");
                for (var i = 0; i < 3; i++)
                {
                    await peer.SendAsync($$"""{"type":"result","id":{{message.GetProperty("id").GetRawText()}},"result":{{i}},"partial":{{(i < 2 ? "true" : "false")}}}""");
                }
            }
        });
        var manual = $$$$"""{"version":"0.1.0","tools":[{"name":"t","description":"","inputs":{"type":"object","properties":{"f":{"type":"integer"}}},"tool_provider":{"provider_type":"websocket","name":"p","url":"ws://127.0.0.1:{{{{provider.Port}}}}/x"}}]}""";
        await using var client = await Clients.WithAsync(manual);
        Assert.Equal([0, 1, 2], await client.CallToolStreamingAsync("m.t", JsonElement.Parse("""{"f":7}""")).Select(item => item.GetInt32()).ToListAsync());
        Assert.Equal("2", await CallAsync(client, """{"f":7}"""));
        Assert.Single(provider.Handshakes);
    }

    [Fact]
    public async Task Text_is_a_string()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.SendAsync("1");
            await peer.ReadAsync();
        });
        await using var client = await ClientAsync(provider, """{"response_format":"text"}""");
        Assert.Equal("\"1\"", await CallAsync(client));
    }

    private static string Template(SocketProvider provider, string fields = "{}") =>
        Tools.Template($"ws://127.0.0.1:{provider.Port}/x", fields).Replace("\"http\"", "\"websocket\"", StringComparison.Ordinal);

    private static Task<UtcpClient> ClientAsync(SocketProvider provider, string fields = "{}", params string[] inputs) =>
        Clients.WithAsync(Tools.Manual(Template(provider, fields), inputs.Length == 0 ? null : Tools.Inputs(inputs)));

    private static async Task<string> CallAsync(UtcpClient client, string arguments = "{}") => (await client.CallToolAsync("m.t", JsonElement.Parse(arguments))).GetRawText();
}
