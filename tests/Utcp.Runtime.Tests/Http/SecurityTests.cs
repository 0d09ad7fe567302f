using Utcp.Generated;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Several credentials, alternatives between them, and authenticators.</summary>
public sealed class SecurityTests
{
    private static readonly ApiKeyAuth s_key = new() { ApiKey = "${KEY}", VarName = "X-Api", Scheme = "key" };
    private static readonly ApiKeyAuth s_app = new() { ApiKey = "${APP}", VarName = "app", Location = ApiKeyLocation.Query, Scheme = "app" };
    private static readonly ApiKeyAuth s_token = new() { ApiKey = "Bearer ${TOKEN}", VarName = "Authorization", Scheme = "login", Scopes = ["read", "write"] };
    private static readonly BasicAuth s_basic = new() { Username = "${USER}", Password = "${PASSWORD}", Scheme = "basic" };

    [Fact]
    public async Task SeveralCredentialsAreSentTogether()
    {
        var handler = new RecordingHandler();
        await CallAsync(handler, new HttpSecurity([[s_key, s_app, s_token]]), null, ("KEY", "k"), ("APP", "a b"), ("TOKEN", "t"));
        Assert.Equal(("k", "Bearer t", "/x?app=a%20b"), (handler.Only["X-Api"], handler.Only["Authorization"], handler.Only.Target));
    }

    [Fact]
    public async Task TheFirstAlternativeThatHasItsVariablesIsUsed()
    {
        var handler = new RecordingHandler();
        var security = new HttpSecurity([[s_key, s_app], [s_basic], [s_token]]);
        await CallAsync(handler, security, null, ("KEY", "k"), ("USER", "u"), ("PASSWORD", "p"), ("TOKEN", "t"));
        await CallAsync(handler, security, null, ("KEY", "k"), ("APP", "a"), ("TOKEN", "t"));
        Assert.Equal((null, "Basic dTpw"), (handler.Requests[0]["X-Api"], handler.Requests[0]["Authorization"]));
        Assert.Equal(("k", null), (handler.Requests[1]["X-Api"], handler.Requests[1]["Authorization"]));
    }

    [Fact]
    public async Task WithoutAnyTheAlternativesAreNamed()
    {
        var handler = new RecordingHandler();
        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => CallAsync(handler, new HttpSecurity([[s_key, s_app], [s_basic]]), null, ("APP", "a")));
        Assert.Equal("tool: there are no credentials. Set the variables of one alternative: KEY; or USER and PASSWORD.", e.Message);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task OptionalCredentialsMayBeMissing()
    {
        var handler = new RecordingHandler();
        var security = new HttpSecurity([[s_key]]) { IsOptional = true };
        await CallAsync(handler, security, null);
        await CallAsync(handler, security, null, ("KEY", "k"));
        Assert.Equal([null, "k"], handler.Requests.Select(static request => request["X-Api"]));
    }

    [Fact]
    public async Task ATokenProviderTakesThePlaceOfAVariable()
    {
        var handler = new RecordingHandler();
        UtcpAuthenticationContext? seen = null;
        var binding = new UtcpAuthenticatorBinding("https://h", (context, _) =>
        {
            seen = context;
            return new("fresh");
        }) { Scheme = "login" };
        await CallAsync(handler, new HttpSecurity([[s_basic], [s_token, s_key]]), binding, ("KEY", "k"));
        Assert.Equal(("Bearer fresh", "k"), (handler.Only["Authorization"], handler.Only["X-Api"]));
        Assert.Equal(("tool", "login", "GET", false), (seen!.Tool, seen.Scheme, seen.Method, seen.IsRenewal));
        Assert.Equal(["read", "write"], seen.Scopes);
    }

    [Fact]
    public async Task ATokenGoesWhereTheSchemeWantsIt()
    {
        var handler = new RecordingHandler();
        await CallAsync(handler, new HttpSecurity([[s_key]]), new("https://h", static (_, _) => new("fresh")) { Scheme = "key" });
        Assert.Equal(("fresh", null), (handler.Only["X-Api"], handler.Only["Authorization"]));
    }

    [Theory]
    [InlineData("https://other", "login", null)]
    [InlineData("https://h:444", "login", null)]
    [InlineData("http://h", "login", null)]
    [InlineData("https://h", "other", null)]
    [InlineData("https://h", "login", "other")]
    [InlineData("https://other", null, null)]
    public async Task AnAuthenticatorIsAskedForNothingElse(string origin, string? scheme, string? manual)
    {
        var handler = new RecordingHandler();
        var binding = new UtcpAuthenticatorBinding(origin, static (_, _) => throw new InvalidOperationException("asked")) { Scheme = scheme, ManualName = manual };
        await CallAsync(handler, new HttpSecurity([[s_token]]), binding, ("TOKEN", "t"));
        Assert.Equal("Bearer t", handler.Only["Authorization"]);
    }

    [Fact]
    public async Task OneForAllCallsReplacesWhatTheManualSays()
    {
        var handler = new RecordingHandler();
        var binding = new UtcpAuthenticatorBinding("https://h/any/path", new Signer());
        await CallAsync(handler, new HttpSecurity([[s_key]]), binding);
        await CallAsync(handler, null, binding);
        Assert.All(handler.Requests, static request => Assert.Equal(("signed GET /x", null), (request["X-Signed"], request["X-Api"])));
    }

    [Theory]
    [InlineData("GET", 2, 2)]
    [InlineData("POST", 1, 1)]
    public async Task After401ItIsAskedOnceMoreAndTheCallRepeatedWhenThatIsHarmless(string method, int asked, int sent)
    {
        var handler = new RecordingHandler(static (_, _) => RecordingHandler.Json("{}", 401));
        var renewals = new List<bool>();
        var binding = new UtcpAuthenticatorBinding("https://h", (context, _) =>
        {
            renewals.Add(context.IsRenewal);
            return new("t" + renewals.Count);
        });
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(handler, null, binding, method));
        Assert.Equal((401, asked, sent), (e.StatusCode, renewals.Count, handler.Requests.Count));
        Assert.Equal(sent == 1 ? [false] : [false, true], renewals);
        Assert.Equal(sent == 1 ? ["Bearer t1"] : ["Bearer t1", "Bearer t2"], handler.Requests.Select(static request => request["Authorization"]));
    }

    [Fact]
    public async Task CredentialsStayOnTheirOrigin()
    {
        var handler = new RecordingHandler(static (request, _) => request.Url.StartsWith("https://h/", StringComparison.Ordinal) ? RecordingHandler.Redirect(307, "https://elsewhere/y") : RecordingHandler.Json("{}"));
        var asked = 0;
        var binding = new UtcpAuthenticatorBinding("https://h", new Custom(context =>
        {
            asked++;
            context.SetHeader("X-Odd", "secret");
        })) { Scheme = "login" };
        await CallAsync(handler, new HttpSecurity([[s_token, s_key, s_app]]), binding, ("KEY", "secret"), ("APP", "secret"));
        Assert.Equal((1, "secret", "secret"), (asked, handler.Requests[0]["X-Odd"], handler.Requests[0]["X-Api"]));
        Assert.Equal("https://elsewhere/y", handler.Requests[1].Url);
        Assert.DoesNotContain("secret", handler.Requests[1].Headers.Values);
    }

    [Fact]
    public async Task AFailingAuthenticatorIsAnAuthenticationFailure()
    {
        var handler = new RecordingHandler();
        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => CallAsync(handler, null, new UtcpAuthenticatorBinding("https://h", static (_, _) => throw new InvalidOperationException("vault"))));
        Assert.Equal("tool: the authenticator for h failed.", e.Message);
        Assert.Equal("vault", e.InnerException!.Message);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("Host", "x")]
    [InlineData("bad name", "x")]
    [InlineData("Content-Type", "x")]
    [InlineData("X-A", "a\r\nb")]
    public async Task WhatNoHeaderMayBeIsRefused(string name, string value) =>
        Assert.IsType<ArgumentException>((await Assert.ThrowsAsync<UtcpAuthenticationException>(() => CallAsync(new RecordingHandler(), null, new("https://h", new Custom(context => context.SetHeader(name, value)))))).InnerException);

    [Theory]
    [InlineData("example.com")]
    [InlineData("")]
    [InlineData("ftp://h")]
    public void AnOriginIsAUrl(string origin) => Assert.Throws<ArgumentException>(() => new UtcpAuthenticatorBinding(origin, new Signer()));

    [Fact]
    public async Task AThousandCallsAskForOneToken()
    {
        var tokens = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/token")
            {
                Interlocked.Increment(ref tokens);
                await Task.Delay(50);
                await TestServer.JsonAsync(context, """{"access_token":"t","expires_in":3600}""");
                return;
            }

            await TestServer.JsonAsync(context, context.Request.Headers.Authorization == "Bearer t" ? "1" : "0");
        });
        await using var channel = new UtcpChannel(new() { UseEnvironmentVariables = false });
        var operation = new HttpOperation("tool", "GET", server.Url + "/x") { Auth = new OAuth2Auth { TokenUrl = server.Url + "/token", ClientId = "id", ClientSecret = "secret" } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Call.ElementAsync(channel, operation)));
        Assert.All(answers, static answer => Assert.Equal(1, answer.GetInt32()));
        Assert.Equal(1, tokens);
    }

    private static Task CallAsync(RecordingHandler handler, HttpSecurity? security, UtcpAuthenticatorBinding? binding, params (string Name, string Value)[] variables) =>
        CallAsync(handler, security, binding, "GET", variables);

    private static async Task CallAsync(RecordingHandler handler, HttpSecurity? security, UtcpAuthenticatorBinding? binding, string method, params (string Name, string Value)[] variables)
    {
        var options = new UtcpChannelOptions { HttpHandler = handler, UseEnvironmentVariables = false };
        if (binding is not null)
        {
            options.Authenticators.Add(binding);
        }

        foreach (var (name, value) in variables)
        {
            options.Variables[name] = value;
        }

        using var channel = new UtcpChannel(options);
        await Call.ElementAsync(channel, new HttpOperation("tool", method, "https://h/x") { Security = security });
    }

    private sealed class Signer : IUtcpAuthenticator
    {
        public ValueTask AuthenticateAsync(UtcpAuthenticationContext context, CancellationToken cancellationToken)
        {
            context.SetHeader("X-Signed", $"signed {context.Method} {context.Url.PathAndQuery}");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Custom(Action<UtcpAuthenticationContext> act) : IUtcpAuthenticator
    {
        public ValueTask AuthenticateAsync(UtcpAuthenticationContext context, CancellationToken cancellationToken)
        {
            act(context);
            return ValueTask.CompletedTask;
        }
    }
}
