using System.Text;
using Acme.Credentials;
using Microsoft.AspNetCore.Http;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 66 to 78 of UTCP section 9.2: authentication.</summary>
public sealed class CredentialTests
{
    private static readonly (string, string) Key = (CredentialsClient.Variables.Key, "k");
    private static readonly (string, string)[] OAuth = [(CredentialsClient.Variables.ClientId, "id"), (CredentialsClient.Variables.ClientSecret, "s&cret")];

    [Fact]
    public async Task Case066_a_key_is_a_header_by_default()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<CredentialsClient>(Key).HeaderKeyAsync();
        Assert.Equal("k", provider.Only["X-Api-Key"]);
    }

    [Fact]
    public async Task Case067_a_key_in_the_query_replaces_an_argument()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<CredentialsClient>((CredentialsClient.Variables.Key, "k&1")).QueryKeyAsync(key: 2, q: 3);
        Assert.Equal("GET /x?q=3&key=k%261", provider.Only.Line);
    }

    [Fact]
    public async Task Case068_a_key_in_a_cookie()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<CredentialsClient>((CredentialsClient.Variables.Key, "abc")).CookieKeyAsync();
        Assert.Equal("sid=abc", provider.Only["Cookie"]);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("a\r\nb")]
    public async Task Case069_a_value_that_no_cookie_can_hold_is_an_error(string value)
    {
        await using var provider = await Provider.StartAsync();
        var error = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => provider.Client<CredentialsClient>((CredentialsClient.Variables.Key, value)).CookieKeyAsync());
        Assert.Contains("KEY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case070_basic_is_UTF8_and_beats_a_static_header()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<CredentialsClient>(Key, (CredentialsClient.Variables.User, "ü"), (CredentialsClient.Variables.Password, "p")).BasicAsync();
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ü:p")), provider.Only["Authorization"]);
    }

    [Fact]
    public async Task Case071_a_token_is_fetched_once()
    {
        await using var provider = await Provider.StartAsync(Issue("""{"access_token":"t1","token_type":"Bearer","expires_in":3600}"""));
        var client = provider.Client<CredentialsClient>(OAuth);
        await Task.WhenAll(client.TokenAsync(), client.TokenAsync());
        await client.TokenAsync();

        var token = Assert.Single(provider.Requests, IsForToken);
        Assert.Equal("POST", token.Method);
        Assert.Equal("application/x-www-form-urlencoded", token["Content-Type"]);
        Assert.Equal("grant_type=client_credentials&client_id=id&client_secret=s%26cret", token.Text);
        Assert.Null(token["Authorization"]);
        var calls = provider.Requests.Where(request => request.Target == "/api").ToList();
        Assert.Equal(3, calls.Count);
        Assert.All(calls, call => Assert.Equal("Bearer t1", call["Authorization"]));
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
        await provider.Client<CredentialsClient>(OAuth).TokenAsync();

        Assert.Equal(["/token", "/token", "/api"], provider.Requests.Select(request => request.Target));
        Assert.Equal("grant_type=client_credentials", provider.Requests[1].Text);
        Assert.Equal("Basic " + Convert.ToBase64String("id:s%26cret"u8), provider.Requests[1]["Authorization"]);
        Assert.Equal("Bearer t1", provider.Requests[2]["Authorization"]);
    }

    [Fact]
    public async Task Case073_a_scope_is_sent_where_the_manual_has_one()
    {
        await using var provider = await Provider.StartAsync(Issue("""{"access_token":"t1"}"""));
        var client = provider.Client<CredentialsClient>(OAuth);
        await client.TokenAsync();
        await client.ScopedTokenAsync();

        var tokens = provider.Requests.Where(IsForToken).ToList();
        Assert.DoesNotContain("scope", tokens[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("&scope=read+write", tokens[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case074_without_a_token_the_API_is_not_called()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, """{"error":"invalid_client"}""", status: 401));
        var error = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => provider.Client<CredentialsClient>(OAuth).TokenAsync());
        Assert.Equal("token", error.Tool);
        Assert.DoesNotContain("cret", error.ToString().Replace("client_credentials", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["/token", "/token"], provider.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Case074_a_bad_reply_is_not_kept()
    {
        var replies = new Queue<string>(["""{"no":"token"}""", "not JSON", """{"access_token":"t1"}"""]);
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, IsForToken(request) ? replies.Dequeue() : "{}"));
        var client = provider.Client<CredentialsClient>(OAuth);
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => client.TokenAsync());
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => client.TokenAsync());
        await client.TokenAsync();
        Assert.Equal("Bearer t1", provider.Requests.Single(request => request.Target == "/api")["Authorization"]);
    }

    [Fact]
    public async Task Case075_a_token_is_fetched_again_after_it_has_expired()
    {
        var count = 0;
        await using var provider = await Provider.StartAsync((request, response) =>
            Provider.AnswerAsync(response, IsForToken(request) ? $$"""{"access_token":"t{{++count}}","expires_in":1}""" : "{}"));
        var time = new ShiftedTime();
        var client = provider.Client<CredentialsClient>(new UtcpChannelOptions { TimeProvider = time, UseEnvironmentVariables = false }, null, OAuth);
        await client.TokenAsync();
        time.Shift = TimeSpan.FromSeconds(2);
        await client.TokenAsync();
        Assert.Equal(["Bearer t1", "Bearer t2"], provider.Requests.Where(request => request.Target == "/api").Select(request => request["Authorization"]));
    }

    [Fact]
    public async Task Case076_a_token_belongs_to_its_issuer()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Target switch
        {
            "/token" => """{"access_token":"one"}""",
            "/other-token" => """{"access_token":"other"}""",
            _ => "{}",
        }));
        var client = provider.Client<CredentialsClient>(OAuth);
        await client.TokenAsync();
        await client.OtherTokenAsync();
        Assert.Equal(["Bearer one", "Bearer other"], provider.Requests.Where(request => request.Target == "/api").Select(request => request["Authorization"]));
    }

    [Theory]
    [InlineData("http://evil/t")]
    [InlineData("http://localhost.evil.com/t")]
    [InlineData("https://user:pw@evil/t")]
    public async Task Case077_an_insecure_token_URL_gets_no_credentials(string url)
    {
        using var recorder = new Recorder();
        var client = recorder.Client<CredentialsClient>([("PORT", "1"), (CredentialsClient.Variables.Issuer, url), .. OAuth]);
        await Assert.ThrowsAsync<UtcpUrlException>(() => client.ChosenTokenAsync());
        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task Case078_a_bearer_token_of_version_0()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<CredentialsClient>((CredentialsClient.Variables.Key, "t")).BearerAsync();
        Assert.Equal("Bearer t", provider.Only["Authorization"]);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_calls_that_can_be_repeated()
    {
        var count = 0;
        await using var provider = await Provider.StartAsync((request, response) => IsForToken(request)
            ? Provider.AnswerAsync(response, $$"""{"access_token":"t{{++count}}"}""")
            : Provider.AnswerAsync(response, "{}", status: request["Authorization"] == "Bearer t2" ? 200 : 401));
        await provider.Client<CredentialsClient>(OAuth).TokenAsync();
        Assert.Equal(["/token", "/api", "/token", "/api"], provider.Requests.Select(request => request.Target));

        count = 0;
        var error = await Assert.ThrowsAsync<UtcpHttpException>(() => provider.Client<CredentialsClient>(OAuth).StoreTokenAsync());
        Assert.Equal(401, error.StatusCode);
        Assert.Equal(6, provider.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("k\r\nEvil: 1")]
    public async Task A_key_that_no_header_can_carry_is_an_error(string key)
    {
        await using var provider = await Provider.StartAsync();
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => provider.Client<CredentialsClient>((CredentialsClient.Variables.Key, key)).HeaderKeyAsync());
        Assert.Empty(provider.Requests);
    }

    private static bool IsForToken(ReceivedRequest request) => request.Target.EndsWith("token", StringComparison.Ordinal);

    private static Func<ReceivedRequest, HttpResponse, Task> Issue(string token) =>
        (request, response) => Provider.AnswerAsync(response, IsForToken(request) ? token : "{}");
}
