using Acme.Refused;
using Acme.Remote;
using Acme.Requests;
using Utcp.Manuals.Security;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 54 to 64 of UTCP section 9.2: which URLs are called, and where redirects lead.</summary>
public sealed class UrlTests
{
    private static readonly (string, string)[] Credentials =
        [(RemoteClient.Variables.User, "u"), (RemoteClient.Variables.Password, "p"), (RemoteClient.Variables.Token, "t")];

    [Fact]
    public async Task Case054_http_to_this_machine_is_allowed()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<RequestsClient>().FindAsync();
        Assert.Equal("localhost:" + provider.Port, provider.Only["Host"]);
    }

    [Fact]
    public async Task Case055_a_host_that_begins_like_loopback_is_refused()
    {
        await RefusesAsync(client => client.PrefixNameAsync());
        await RefusesAsync(client => client.PrefixAddressAsync());
        await RefusesHostAsync("localhost.evil.com");
        await RefusesHostAsync("127.0.0.1.evil.com");
    }

    [Fact]
    public async Task Case056_http_to_a_public_host_is_refused()
    {
        await RefusesAsync(client => client.PlainAsync());
        await RefusesHostAsync("example.com");
    }

    /// <summary>
    /// A manual that is compiled in is the developer's own, so its URLs may lead into a private network. Remote trust shows in a client where a public server redirects;
    /// the rule for manuals that come over the network is asked directly.
    /// </summary>
    [Theory]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.5/")]
    public async Task Case057_nothing_remote_leads_into_a_private_network(string url)
    {
        Assert.False(UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote).IsAllowed);
        using var recorder = new Recorder(_ => Recorder.Redirect(302, url));
        await Assert.ThrowsAsync<UtcpUrlException>(() => recorder.Client<RemoteClient>().LookAsync());
        Assert.Equal("GET https://api.example.com/a", recorder.Only.Line);
    }

    [Fact]
    public async Task Case058_unusual_spellings_of_loopback_are_refused()
    {
        await RefusesAsync(client => client.DecimalAddressAsync());
        await RefusesAsync(client => client.MappedAddressAsync());
        await RefusesAsync(client => client.UnspecifiedAddressAsync());
        await RefusesHostAsync("2130706433");
        await RefusesHostAsync("[::ffff:127.0.0.1]");
        await RefusesHostAsync("0.0.0.0");
        await RefusesHostAsync("0x7f.1");
        await RefusesHostAsync("localhost.");
    }

    [Fact]
    public async Task Case059_credentials_in_a_URL_are_refused()
    {
        await RefusesAsync(client => client.UserInfoAsync());
        await RefusesHostAsync("user:pw@localhost");
    }

    [Fact]
    public async Task Case060_a_redirect_from_https_to_http_is_an_error()
    {
        using var recorder = new Recorder(_ => Recorder.Redirect(302, "http://10.0.0.1/"));
        await Assert.ThrowsAsync<UtcpUrlException>(() => recorder.Client<RemoteClient>().LookAsync());
        Assert.Equal("GET https://api.example.com/a", recorder.Only.Line);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    public async Task Case061_a_redirect_into_this_machine_is_an_error(string location)
    {
        using var recorder = new Recorder(_ => Recorder.Redirect(302, location));
        await Assert.ThrowsAsync<UtcpUrlException>(() => recorder.Client<RemoteClient>().LookAsync());
        Assert.Single(recorder.Requests);
    }

    [Fact]
    public async Task Case062_another_origin_gets_no_credentials_and_no_body()
    {
        await using var other = await Provider.StartAsync();
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, $"http://localhost:{other.Port}/b"));
        await provider.Client<RemoteClient>([("BASE", "http://localhost:" + provider.Port), .. Credentials]).SendAsync(new() { Text = "secret" });

        Assert.Equal("Basic dTpw", provider.Only["Authorization"]);
        Assert.Equal("t", provider.Only["X-Custom-Token"]);
        Assert.Equal("""{"text":"secret"}""", provider.Only.Text);

        Assert.Equal("/b", other.Only.Target);
        Assert.Null(other.Only["Authorization"]);
        Assert.Null(other.Only["X-Custom-Token"]);
        Assert.Equal("stays", other.Only["X-Plain"]);
        Assert.Empty(other.Only.Body);
        Assert.Null(other.Only["Content-Type"]);
    }

    [Fact]
    public async Task Case062_another_scheme_port_or_host_is_another_origin()
    {
        foreach (var location in new[] { "https://api.example.com:8443/b", "https://api.example.org/b" })
        {
            using var recorder = new Recorder(request => request.Target.EndsWith("/a", StringComparison.Ordinal) ? Recorder.Redirect(307, location) : Recorder.Json("{}"));
            await recorder.Client<RemoteClient>([("BASE", "https://api.example.com"), .. Credentials]).SendAsync(new() { Text = "secret" });
            Assert.Equal(location, recorder.Requests[1].Target);
            Assert.Null(recorder.Requests[1]["Authorization"]);
            Assert.Null(recorder.Requests[1]["X-Custom-Token"]);
            Assert.Empty(recorder.Requests[1].Body);
        }
    }

    [Theory]
    [InlineData(302, "POST")]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    [InlineData(303, "GET")]
    public async Task Case063_the_same_origin_gets_what_the_status_says(int status, string method)
    {
        await using var provider = await Provider.StartAsync((request, response) =>
            request.Target == "/a" ? Provider.RedirectAsync(response, status, "/b?c=%2F") : Provider.AnswerAsync(response, "{}"));
        await provider.Client<RemoteClient>([("BASE", "http://localhost:" + provider.Port), .. Credentials]).SendAsync(new() { Text = "x" });

        var second = provider.Requests[1];
        Assert.Equal(method + " /b?c=%2F", second.Line);
        Assert.Equal("Basic dTpw", second["Authorization"]);
        Assert.Equal("t", second["X-Custom-Token"]);
        Assert.Equal(method == "GET" ? "" : """{"text":"x"}""", second.Text);
        Assert.Equal(method == "GET" ? null : "application/json", second["Content-Type"]);
    }

    [Fact]
    public async Task Case064_too_many_redirects_are_an_error()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.RedirectAsync(response, 302, "/x"));
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<RequestsClient>().FindAsync());
        Assert.Contains("too many redirects", error.Message, StringComparison.Ordinal);
        Assert.Equal(302, error.StatusCode);
        Assert.Equal(6, provider.Requests.Count);
    }

    private static async Task RefusesAsync(Func<RefusedClient, Task> call)
    {
        using var recorder = new Recorder();
        await Assert.ThrowsAsync<UtcpUrlException>(() => call(recorder.Client<RefusedClient>()));
        Assert.Empty(recorder.Requests);
    }

    private static async Task RefusesHostAsync(string host)
    {
        using var recorder = new Recorder();
        await Assert.ThrowsAsync<UtcpUrlException>(() => recorder.Client<RemoteClient>((RemoteClient.Variables.Host, host)).ChooseHostAsync());
        Assert.Empty(recorder.Requests);
    }
}
