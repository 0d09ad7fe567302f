using System.Text.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Client.Tests.Manuals;

/// <summary>Manuals of <c>websocket</c> templates, and the connections of manuals (UTCP sections 3.2 and 3.4).</summary>
public sealed class SocketTests
{
    [Theory]
    [InlineData("MANUAL")]
    [InlineData("""{"type":"utcp","manual":MANUAL}""")]
    [InlineData("""{"type":"response","result":MANUAL}""")]
    public async Task Case101_W1_the_manual_is_asked_for_over_the_socket(string answer)
    {
        await using var provider = await ServeAsync(port => answer.Replace("MANUAL", Tools.Manual(Socket(port)), StringComparison.Ordinal));
        await using var client = new UtcpClient(Clients.Configuration(null, ("m_PORT", provider.Port)));
        var registration = await client.RegisterManualAsync(CallTemplate.Parse("""{"name":"m","call_template_type":"websocket","url":"ws://127.0.0.1:${PORT}/x"}"""));
        Assert.True(registration.IsSuccess, registration.Error?.Message);
        Assert.Equal("""{"a":1}""", (await client.CallToolAsync("m.t", JsonElement.Parse("""{"a":1}"""))).GetRawText());
    }

    [Fact]
    public async Task W13_the_allowed_protocols_of_a_template_with_variables_are_kept()
    {
        await using var web = await Provider.StartAsync("5");
        await using var provider = await ServeAsync(_ => Tools.Manual(Tools.Template($"http://127.0.0.1:{web.Port}/x")));
        await using var client = new UtcpClient(Clients.Configuration(null, ("m_WHERE", $"ws://127.0.0.1:{provider.Port}/x"), ("n_WHERE", $"ws://127.0.0.1:{provider.Port}/x")));
        await client.RegisterManualAsync(CallTemplate.Parse("""{"name":"m","call_template_type":"websocket","url":"${WHERE}","allowed_communication_protocols":["http"]}"""));
        Assert.Equal("5", (await client.CallToolAsync("m.t")).GetRawText());

        var closed = await client.RegisterManualAsync(CallTemplate.Parse("""{"name":"n","call_template_type":"websocket","url":"${WHERE}"}"""));
        Assert.Empty(closed.Manual!.Tools);
        Assert.Contains(closed.Problems, problem => problem.Message.Contains("allowed_communication_protocols", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_discovery_URL_gets_the_credentials_of_its_own_host_only()
    {
        await using var web = await Provider.StartAsync(Tools.Manual(Socket("1")));
        await using var client = new UtcpClient(Clients.Configuration());
        foreach (var (name, host) in ((string, string)[])[("same", "127.0.0.1"), ("other", "localhost")])
        {
            var registration = await client.RegisterManualAsync(CallTemplate.Parse(
                $$$"""{"name":"{{{name}}}","provider_type":"websocket","url":"ws://127.0.0.1:{{{web.Port}}}/x","discovery_url":"http://{{{host}}}:{{{web.Port}}}/utcp","auth":{"auth_type":"api_key","api_key":"k"}}"""));
            Assert.Equal(name + ".t", Assert.Single(registration.Manual!.Tools).Name);
        }

        Assert.Equal(["GET /utcp", "GET /utcp"], web.Requests.Select(request => request.Line));
        Assert.Equal(["k", null], web.Requests.Select(request => request["X-Api-Key"]));
    }

    [Fact]
    public async Task Deregistering_a_manual_closes_its_connections_and_no_others()
    {
        var closed = new TaskCompletionSource<string>();
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            var first = await peer.ReadAsync();
            await peer.SendAsync(first!);
            await peer.EchoAsync();
            closed.TrySetResult(first!);
        });
        await using var client = new UtcpClient(Clients.Configuration());
        foreach (var name in (string[])["m", "n"])
        {
            await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Socket(provider.Port)), name, "websocket"));
            await client.CallToolAsync(name + ".t", JsonElement.Parse($$"""{"a":"{{name}}"}"""));
        }

        Assert.True(await client.DeregisterManualAsync("m"));
        Assert.Equal("""{"a":"m"}""", await closed.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await client.CallToolAsync("n.t");
        Assert.Equal(2, provider.Handshakes.Count);
        await Assert.ThrowsAsync<UtcpToolNotFoundException>(() => client.CallToolAsync("m.t"));
    }

    [Theory]
    [InlineData("k", "/x?key=k", "s")]
    [InlineData(null, "/x", null)]
    public async Task Credentials_that_belong_together_are_sent_together_and_alternatives_are_tried_in_order(string? key, string target, string? secret)
    {
        await using var provider = await ServeAsync(_ => Tools.Manual(Socket("1")));
        var call = new WebSocketCall
        {
            Type = "websocket",
            Url = $"ws://127.0.0.1:{provider.Port}/x",
            Auth = new ApiKeyAuth { ApiKey = "${KEY}", VarName = "key", Location = ApiKeyLocation.Query },
            AdditionalAuth = [new ApiKeyAuth { ApiKey = "${SECRET}", VarName = "X-Secret" }],
            AuthAlternatives = [[new BasicAuth { Username = "u", Password = "${PASSWORD}" }]],
        };
        await using var client = new UtcpClient(Clients.Configuration(null, [("m_SECRET", "s"), ("m_PASSWORD", "p"), .. key is null ? Array.Empty<(string, string)>() : [("m_KEY", key)]]));
        Assert.Null((await client.RegisterManualAsync(new CallTemplate(call with { Name = "m" }))).Error);
        var (seen, headers) = Assert.Single(provider.Handshakes);
        Assert.Equal((target, secret, key is null ? "Basic dTpw" : null), (seen, (string?)headers["X-Secret"], (string?)headers.Authorization));
    }

    [Theory]
    [InlineData("wss://10.0.0.5/")]
    [InlineData("wss://localhost/")]
    [InlineData("ws://127.0.0.1/")]
    public async Task Case057_a_remote_manual_leads_no_socket_into_a_private_network(string url)
    {
        var manual = Tools.Manual($$"""{"call_template_type":"websocket","url":"{{url}}"}""");
        using var recorder = new Recorder(_ => Recorder.Json(manual));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }));
        var registration = await client.RegisterManualAsync(CallTemplate.Parse("""{"name":"m","call_template_type":"http","url":"https://api.example.com/utcp","allowed_communication_protocols":["websocket"]}"""));
        Assert.Empty(registration.Manual!.Tools);
        Assert.Single(registration.Problems, problem => problem.Code == ProblemCodes.InsecureUrl);
    }

    [Fact]
    public async Task A_manual_that_never_comes_is_an_error_of_the_registration()
    {
        await using var provider = await SocketProvider.StartAsync(async peer =>
        {
            await peer.ReadAsync();
            await peer.CloseAsync(1000);
        });
        await using var client = new UtcpClient(Clients.Configuration());
        var registration = await client.RegisterManualAsync(CallTemplate.Parse(Socket(provider.Port)));
        Assert.IsType<UtcpConnectionException>(registration.Error);
        Assert.Equal("127_0_0_1", registration.Name.TrimStart('_'));
    }

    private static string Socket(string port) => $$"""{"call_template_type":"websocket","url":"ws://127.0.0.1:{{port}}/x"}""";

    /// <summary>A server that answers the question for the manual, and returns every other message.</summary>
    private static async Task<SocketProvider> ServeAsync(Func<string, string> manual)
    {
        var port = new TaskCompletionSource<string>();
        var provider = await SocketProvider.StartAsync(async peer =>
        {
            while (await peer.ReadAsync() is { } text)
            {
                await peer.SendAsync(text == """{"type":"utcp"}""" ? manual(await port.Task) : text);
            }
        });
        port.SetResult(provider.Port);
        return provider;
    }
}
