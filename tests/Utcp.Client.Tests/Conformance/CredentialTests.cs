using System.Text;
using Microsoft.AspNetCore.Http;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 66 to 78 of UTCP section 9.2: authentication.</summary>
public sealed class CredentialTests
{
    private static readonly (string, string)[] OAuth = [("m_ID", "id"), ("m_SECRET", "s&cret")];

    [Fact]
    public async Task Case066_a_key_is_a_header_by_default() => Assert.Equal("k", (await SendAsync("""{"auth_type":"api_key","api_key":"k"}"""))["X-Api-Key"]);

    [Fact]
    public async Task Case067_a_key_in_the_query_replaces_an_argument() =>
        Assert.Equal("GET /api?q=3&key=k%261", (await SendAsync("""{"auth_type":"api_key","api_key":"${K}","var_name":"key","location":"query"}""", """{"key":2,"q":3}""", ("m_K", "k&1"))).Line);

    [Fact]
    public async Task Case068_a_key_in_a_cookie() => Assert.Equal("sid=abc", (await SendAsync("""{"auth_type":"api_key","api_key":"abc","var_name":"sid","location":"cookie"}"""))["Cookie"]);

    [Theory]
    [InlineData("a;b")]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    public async Task Case069_a_value_that_no_cookie_can_hold_is_an_error(string value)
    {
        await using var provider = await Provider.StartAsync();
        var template = Template(provider, """{"auth_type":"api_key","api_key":"${K}","var_name":"sid","location":"cookie"}""");
        var error = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Clients.CallAsync(template, configuration: Clients.Configuration(null, ("m_K", value))));
        Assert.DoesNotContain(value, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case070_basic_is_UTF8() =>
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ü:p")), (await SendAsync("""{"auth_type":"basic","username":"ü","password":"p"}"""))["Authorization"]);

    [Fact]
    public async Task Case071_a_token_is_fetched_once()
    {
        await using var provider = await Provider.StartAsync(Issue("""{"access_token":"t1","token_type":"Bearer","expires_in":3600}"""));
        await using var client = await ClientAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.CallToolAsync("m.t")));
        await client.CallToolAsync("m.t");

        var token = Assert.Single(provider.Requests, IsForToken);
        Assert.Equal("grant_type=client_credentials&client_id=id&client_secret=s%26cret", token.Text);
        Assert.All(provider.Requests.Where(request => request.Target == "/api"), call => Assert.Equal("Bearer t1", call["Authorization"]));
        Assert.Equal(10, provider.Requests.Count);
    }

    [Fact]
    public async Task Case072_a_server_that_wants_Basic_gets_it()
    {
        await using var provider = await Provider.StartAsync((request, response) => request switch
        {
            { Target: "/api" } => Provider.AnswerAsync(response, "{}"),
            _ when request["Authorization"] is null => Provider.AnswerAsync(response, """{"error":"invalid_client"}""", status: 401),
            _ => Provider.AnswerAsync(response, """{"access_token":"t1"}"""),
        });
        await using var client = await ClientAsync(provider);
        await client.CallToolAsync("m.t");
        Assert.Equal(["/token", "/token", "/api"], provider.Requests.Select(request => request.Target));
        Assert.Equal("Basic " + Convert.ToBase64String("id:s%26cret"u8), provider.Requests[1]["Authorization"]);
    }

    [Fact]
    public async Task Case073_without_a_scope_none_is_sent()
    {
        await using var provider = await Provider.StartAsync(Issue("""{"access_token":"t1"}"""));
        await using var client = await ClientAsync(provider);
        await client.CallToolAsync("m.t");
        Assert.DoesNotContain("scope", provider.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case074_without_a_token_the_API_is_not_called()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, "{}", status: 401));
        await using var client = await ClientAsync(provider);
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => client.CallToolAsync("m.t"));
        Assert.Equal(["/token", "/token"], provider.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Case075_a_token_is_fetched_again_after_it_has_expired()
    {
        var count = 0;
        await using var provider = await Provider.StartAsync((request, response) =>
            Provider.AnswerAsync(response, IsForToken(request) ? $$"""{"access_token":"t{{++count}}","expires_in":1}""" : "{}"));
        var time = new ShiftedTime();
        await using var client = await ClientAsync(provider, new UtcpChannelOptions { TimeProvider = time, UseEnvironmentVariables = false });
        await client.CallToolAsync("m.t");
        time.Shift = TimeSpan.FromSeconds(2);
        await client.CallToolAsync("m.t");
        Assert.Equal(["Bearer t1", "Bearer t2"], provider.Requests.Where(request => request.Target == "/api").Select(request => request["Authorization"]));
    }

    [Fact]
    public async Task Case076_a_token_belongs_to_its_issuer()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Target switch
        {
            "/token" => """{"access_token":"one"}""",
            "/other" => """{"access_token":"other"}""",
            _ => "{}",
        }));
        await using var client = await ClientAsync(provider);
        await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Template(provider, Client(provider, "/other"))), "n", "http"));
        await client.CallToolAsync("m.t");
        await client.CallToolAsync("n.t", options: new UtcpCallOptions { Variables = { ["n_ID"] = "id", ["n_SECRET"] = "s&cret" } });
        Assert.Equal(["Bearer one", "Bearer other"], provider.Requests.Where(request => request.Target == "/api").Select(request => request["Authorization"]));
    }

    [Theory]
    [InlineData("http://evil/t")]
    [InlineData("http://localhost.evil.com/t")]
    public async Task Case077_an_insecure_token_URL_gets_no_credentials(string url)
    {
        using var recorder = new Recorder();
        var template = Tools.Template("https://api.example.com/x", """{"auth":{"auth_type":"oauth2","token_url":"${WHERE}","client_id":"a","client_secret":"b"}}""");
        var configuration = Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }, ("m_WHERE", url));
        await Assert.ThrowsAsync<UtcpUrlException>(() => Clients.CallAsync(template, configuration: configuration));
        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task Case078_a_bearer_token_of_version_0() => Assert.Equal("Bearer t", (await SendAsync("""{"auth_type":"bearer","token":"t"}"""))["Authorization"]);

    [Fact]
    public async Task The_manual_is_fetched_with_the_credentials_of_its_template_and_its_tools_get_none_of_them()
    {
        await using var provider = await Provider.StartAsync((request, response) =>
            Provider.AnswerAsync(response, request.Target == "/utcp" ? Tools.Manual(Tools.Template($"http://{request["Host"]}/api")) : "{}"));
        await using var client = new UtcpClient(Clients.Configuration(null, ("m_K", "secret")));
        var template = CallTemplate.Parse($$$"""{"call_template_type":"http","name":"m","url":"http://127.0.0.1:{{{provider.Port}}}/utcp","auth":{"auth_type":"api_key","api_key":"${K}"}}""");
        Assert.True((await client.RegisterManualAsync(template)).IsSuccess);
        await client.CallToolAsync("m.t");
        Assert.Equal(["secret", null], provider.Requests.Select(request => request["X-Api-Key"]));
    }

    private static Func<ReceivedRequest, HttpResponse, Task> Issue(string reply) => (request, response) => Provider.AnswerAsync(response, IsForToken(request) ? reply : "{}");

    private static bool IsForToken(ReceivedRequest request) => request.Target == "/token";

    private static string Template(Provider provider, string auth) => Tools.Template($"http://127.0.0.1:{provider.Port}/api", "{\"auth\":" + auth + "}");

    private static string Client(Provider provider, string target = "/token") =>
        $$"""{"auth_type":"oauth2","token_url":"http://127.0.0.1:{{provider.Port}}{{target}}","client_id":"${ID}","client_secret":"${SECRET}"}""";

    private static Task<UtcpClient> ClientAsync(Provider provider, UtcpChannelOptions? options = null) =>
        Clients.WithAsync(Tools.Manual(Template(provider, Client(provider))), Clients.Configuration(options, OAuth));

    private static async Task<ReceivedRequest> SendAsync(string auth, string arguments = "{}", params (string, string)[] variables)
    {
        await using var provider = await Provider.StartAsync();
        await Clients.CallAsync(Template(provider, auth), arguments, configuration: Clients.Configuration(null, variables));
        return provider.Only;
    }
}
