using Utcp.Manuals.Problems;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 54 to 65 of UTCP section 9.2: which URLs are called, and where redirects lead.</summary>
public sealed class UrlTests
{
    [Fact]
    public async Task Case054_http_to_this_machine_is_allowed()
    {
        await using var provider = await Provider.StartAsync();
        await Clients.CallAsync(Tools.Template($"http://localhost:{provider.Port}/x"));
        Assert.Equal("localhost:" + provider.Port, provider.Only["Host"]);
    }

    [Theory]
    [InlineData("http://localhost.evil.com/x")]
    [InlineData("http://127.0.0.1.evil.com/x")]
    public Task Case055_a_host_that_begins_like_loopback_is_refused(string url) => RefusesAsync(url);

    [Fact]
    public Task Case056_http_to_a_public_host_is_refused() => RefusesAsync("http://example.com/x");

    [Theory]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.5/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://metadata.google.internal/")]
    public async Task Case057_a_remote_manual_leads_into_no_private_network(string url)
    {
        using var recorder = new Recorder(_ => Recorder.Json(Tools.Manual(Tools.Template(url))));
        await using var client = new UtcpClient(Clients.Configuration(Over(recorder)));
        var registration = await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/utcp", "m"));
        Assert.True(registration.IsSuccess);
        Assert.Empty(registration.Manual!.Tools);
        Assert.Single(registration.Problems, problem => problem.Code == ProblemCodes.InsecureUrl);
    }

    [Theory]
    [InlineData("${WHERE}/x", "https://10.0.0.5")]
    [InlineData("https://${WHERE}/x", "169.254.169.254")]
    public async Task Case057_a_variable_does_not_hide_where_a_remote_manual_leads(string url, string value)
    {
        using var recorder = new Recorder(_ => Recorder.Json(Tools.Manual(Tools.Template(url))));
        await using var client = new UtcpClient(Clients.Configuration(Over(recorder), ("m_WHERE", value)));
        await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/utcp", "m"));
        await Assert.ThrowsAsync<UtcpUrlException>(() => client.CallToolAsync("m.t"));
        Assert.Equal("https://api.example.com/utcp", recorder.Only.Target);
    }

    [Fact]
    public async Task Case057_a_remote_manual_gets_no_token_from_a_private_network()
    {
        const string Auth = """{"auth":{"auth_type":"oauth2","token_url":"https://10.0.0.5/token","client_id":"a","client_secret":"${S}"}}""";
        using var recorder = new Recorder(_ => Recorder.Json(Tools.Manual(Tools.Template("https://api.example.com/x", Auth))));
        await using var client = new UtcpClient(Clients.Configuration(Over(recorder), ("m_S", "s")));
        Assert.Empty((await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/utcp", "m"))).Manual!.Tools);
    }

    [Fact]
    public async Task Case057_a_manual_of_this_machine_may_lead_to_this_machine()
    {
        await using var provider = await Provider.StartAsync((request, response) =>
            Provider.AnswerAsync(response, request.Target == "/utcp" ? Tools.Manual(Tools.Template($"http://{request["Host"]}/x")) : "{}"));
        await using var client = new UtcpClient(Clients.Configuration());
        await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/utcp", "m"));
        await client.CallToolAsync("m.t");
        Assert.Equal("GET /x", provider.Requests[1].Line);
    }

    [Fact]
    public async Task Case057_an_allowed_host_is_allowed()
    {
        using var recorder = new Recorder(request => Recorder.Json(request.Target.EndsWith("/utcp", StringComparison.Ordinal) ? Tools.Manual(Tools.Template("https://10.0.0.5/x")) : "{}"));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false, AllowedInsecureHosts = ["10.0.0.5"] }));
        await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/utcp", "m"));
        await client.CallToolAsync("m.t");
        Assert.Equal("https://10.0.0.5/x", recorder.Requests[1].Target);
    }

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    public Task Case058_unusual_spellings_of_loopback_are_refused(string url) => RefusesAsync(url);

    [Fact]
    public Task Case059_user_and_password_in_a_URL_are_refused() => RefusesAsync("https://user:pw@h.example/");

    [Fact]
    public async Task Case060_a_redirect_to_an_insecure_URL_is_an_error()
    {
        using var recorder = new Recorder(_ => Recorder.Redirect(302, "http://10.0.0.1/"));
        await Assert.ThrowsAsync<UtcpUrlException>(() => Clients.CallAsync(Tools.Template("https://api.example.com/x"), configuration: Clients.Configuration(Over(recorder))));
        Assert.Single(recorder.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    public async Task Case061_a_redirect_into_this_machine_is_an_error(string location)
    {
        using var recorder = new Recorder(_ => Recorder.Redirect(302, location));
        await Assert.ThrowsAsync<UtcpUrlException>(() => Clients.CallAsync(Tools.Template("https://api.example.com/x"), configuration: Clients.Configuration(Over(recorder))));
        Assert.Single(recorder.Requests);

        await using var client = new UtcpClient(Clients.Configuration(Over(recorder)));
        Assert.IsType<UtcpUrlException>((await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/utcp", "m"))).Error);
        Assert.Equal(2, recorder.Requests.Count);
    }

    [Fact]
    public async Task Case062_another_origin_gets_no_credentials_and_no_body()
    {
        await using var other = await Provider.StartAsync();
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, $"http://localhost:{other.Port}/b"));
        const string Fields = """{"http_method":"POST","headers":{"X-Custom-Token":"t","X-Plain":"stays"},"auth":{"auth_type":"basic","username":"u","password":"p"}}""";
        await Clients.CallAsync(Tools.Template($"http://localhost:{provider.Port}/a", Fields), """{"body":{"text":"secret"}}""");

        Assert.Equal(("Basic dTpw", "t", """{"text":"secret"}"""), (provider.Only["Authorization"], provider.Only["X-Custom-Token"], provider.Only.Text));
        Assert.Equal((null, null, "stays", ""), (other.Only["Authorization"], other.Only["X-Custom-Token"], other.Only["X-Plain"], other.Only.Text));
    }

    [Theory]
    [InlineData(307, "POST")]
    [InlineData(303, "GET")]
    public async Task Case063_the_same_origin_gets_what_the_status_says(int status, string method)
    {
        await using var provider = await Provider.StartAsync((request, response) => request.Target == "/a" ? Provider.RedirectAsync(response, status, "/b") : Provider.AnswerAsync(response, "{}"));
        await Clients.CallAsync(Tools.Template($"http://localhost:{provider.Port}/a", """{"http_method":"POST","auth":{"auth_type":"basic","username":"u","password":"p"}}"""), """{"body":{"text":"x"}}""");
        var second = provider.Requests[1];
        Assert.Equal((method + " /b", "Basic dTpw", method == "GET" ? "" : """{"text":"x"}"""), (second.Line, second["Authorization"], second.Text));
        Assert.Equal(method == "GET" ? null : "application/json", second["Content-Type"]);
    }

    [Fact]
    public async Task Case064_too_many_redirects_are_an_error()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, "/x"));
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => Clients.CallAsync(Tools.Template($"http://localhost:{provider.Port}/x")));
        Assert.Contains("too many redirects", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, provider.Requests.Count);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("streamable_http")]
    public async Task Case065_redirects_of_streams_are_errors(string type)
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, "/elsewhere"));
        var template = $$"""{"call_template_type":"{{type}}","url":"http://localhost:{{provider.Port}}/x"}""";
        Assert.Equal(302, (int)(await Assert.ThrowsAsync<UtcpHttpException>(() => Clients.CallAsync(template))).StatusCode);
        Assert.Single(provider.Requests);
    }

    private static UtcpChannelOptions Over(Recorder recorder) => new() { HttpHandler = recorder, UseEnvironmentVariables = false, MaxRetries = 0 };

    private static async Task RefusesAsync(string url)
    {
        using var recorder = new Recorder();
        await Assert.ThrowsAsync<UtcpUrlException>(() => Clients.CallAsync(Tools.Template(url), configuration: Clients.Configuration(Over(recorder))));
        await using var client = new UtcpClient(Clients.Configuration(Over(recorder)));
        Assert.IsType<UtcpUrlException>((await client.RegisterManualAsync(CallTemplate.Http(url, "m"))).Error);
        Assert.Empty(recorder.Requests);
    }
}
