using Utcp.Generated;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

public sealed class OAuth2Tests
{
    private const string TokenUrl = "https://login.example/t";

    private static readonly OAuth2Auth s_auth = new() { TokenUrl = TokenUrl, ClientId = "id", ClientSecret = "${SECRET}", Scope = "a b" };

    [Fact]
    public async Task Case071_OneTokenForManyCalls()
    {
        var handler = Handler(static (_, i) => Token("t" + i));
        using var channel = Channel(handler);
        await Call.ElementAsync(channel, With(s_auth));
        await Call.ElementAsync(channel, With(s_auth));
        Assert.Equal([TokenUrl, "https://h/x", "https://h/x"], handler.Requests.Select(static r => r.Url));
        Assert.Equal("grant_type=client_credentials&client_id=id&client_secret=s3%26cret&scope=a+b", handler.Requests[0].Text);
        Assert.Equal("application/x-www-form-urlencoded", handler.Requests[0]["Content-Type"]);
        Assert.Null(handler.Requests[0]["Authorization"]);
        Assert.All(handler.Requests.Skip(1), static r => Assert.Equal("Bearer t0", r["Authorization"]));
    }

    [Fact]
    public async Task Case071_SingleFlight()
    {
        var gate = new TaskCompletionSource();
        var tokens = 0;
        var handler = new RecordingHandler(async (r, _, _) =>
        {
            if (r.Url != TokenUrl)
            {
                return RecordingHandler.Json("1");
            }

            Interlocked.Increment(ref tokens);
            await gate.Task;
            return Token("t");
        });
        using var channel = Channel(handler);
        using var impatient = new CancellationTokenSource();
        var first = Call.ElementAsync(channel, With(s_auth), cancellationToken: impatient.Token);
        var calls = Enumerable.Range(0, 20).Select(_ => Call.ElementAsync(channel, With(s_auth))).ToList();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(1, tokens);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(400)]
    public async Task Case072_BasicWhenTheBodyIsRefused(int status)
    {
        var handler = Handler((r, _) => r["Authorization"] is null ? RecordingHandler.Json("{\"error\":\"invalid_client\"}", status) : Token("t"));
        using var channel = Channel(handler);
        await Call.ElementAsync(channel, With(s_auth));
        Assert.Equal("grant_type=client_credentials&scope=a+b", handler.Requests[1].Text);
        Assert.Equal("Basic aWQ6czMlMjZjcmV0", handler.Requests[1]["Authorization"]);
        Assert.Equal("Bearer t", handler.Requests[2]["Authorization"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Case073_AbsentScopeIsOmitted(string? scope)
    {
        var handler = Handler(static (_, _) => Token("t"));
        using var channel = Channel(handler);
        await Call.ElementAsync(channel, With(s_auth with { Scope = scope }));
        Assert.Equal("grant_type=client_credentials&client_id=id&client_secret=s3%26cret", handler.Requests[0].Text);
    }

    [Fact]
    public async Task Case074_NoTokenNoCall()
    {
        var handler = Handler(static (_, _) => RecordingHandler.Json("{\"error\":\"invalid_client\",\"error_description\":\"s3&cret\"}", 401));
        using var channel = Channel(handler);
        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, With(s_auth)));
        Assert.Equal("tool: the token endpoint login.example gave no token: 401 Unauthorized, invalid_client.", e.Message);
        Assert.Equal(2, handler.Requests.Count);
        Assert.All(handler.Requests, static r => Assert.Equal(TokenUrl, r.Url));
    }

    [Theory]
    [InlineData(501, "{}")]
    [InlineData(302, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{\"access_token\":null}")]
    [InlineData(200, "{\"access_token\":\"a\\r\\nb\"}")]
    [InlineData(200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}")]
    public async Task BadRepliesAreErrorsAndNotKept(int status, string reply)
    {
        var isBad = true;
        var handler = Handler((_, _) => isBad ? RecordingHandler.Json(reply, status) : Token("t"));
        using var channel = Channel(handler);
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, With(s_auth)));
        Assert.Single(handler.Requests);
        isBad = false;
        await Call.ElementAsync(channel, With(s_auth));
    }

    [Fact]
    public async Task RepliesAreBounded()
    {
        var handler = Handler(static (_, _) => RecordingHandler.Json("{\"x\":\"" + new string('x', 100_000) + "\",\"access_token\":\"t\"}"));
        using var channel = Channel(handler);
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, With(s_auth)));
    }

    [Theory]
    [InlineData("1", 2, 2)]
    [InlineData("3600", 3500, 1)]
    [InlineData("\"3600\"", 3500, 1)]
    [InlineData("3600", 3580, 2)]
    [InlineData("0", 0, 2)]
    [InlineData("1e300", 86400, 1)]
    [InlineData("null", 1700, 1)]
    [InlineData("null", 1800, 2)]
    public async Task Case075_TokensExpire(string expiresIn, int seconds, int tokens)
    {
        var clock = new ManualClock();
        var handler = Handler((_, i) => RecordingHandler.Json($"{{\"access_token\":\"t{i}\",\"expires_in\":{expiresIn},\"token_type\":\"bearer\"}}"));
        using var channel = new UtcpChannel(new() { HttpHandler = handler, TimeProvider = clock, DefaultTokenLifetime = TimeSpan.FromMinutes(30), Variables = { ["SECRET"] = "s" } });
        await Call.ElementAsync(channel, With(s_auth));
        clock.Advance(TimeSpan.FromSeconds(seconds));
        await Call.ElementAsync(channel, With(s_auth));
        Assert.Equal(tokens, handler.Requests.Count(static r => r.Url == TokenUrl));
    }

    [Fact]
    public async Task Case076_EveryPartOfTheCredentialsCounts()
    {
        var handler = Handler(static (_, i) => Token("t" + i));
        using var channel = Channel(handler);
        OAuth2Auth[] all = [s_auth, s_auth with { TokenUrl = "https://other.example/t" }, s_auth with { ClientId = "other" }, s_auth with { ClientSecret = "other" }, s_auth with { Scope = "other" }];
        foreach (var auth in all.Concat(all))
        {
            await Call.ElementAsync(channel, With(auth));
        }

        Assert.Equal(5, handler.Requests.Count(static r => r.Method == "POST"));
        Assert.Equal(5, handler.Requests.Where(static r => r.Method == "GET").Select(static r => r["Authorization"]).Distinct().Count());
    }

    [Theory]
    [InlineData("http://evil/t")]
    [InlineData("https://user:pw@login.example/t")]
    [InlineData("${TOKEN_URL}")]
    public async Task Case077_TokenUrlsAreChecked(string url) =>
        await Call.FailsUnsentAsync<UtcpUrlException>(With(s_auth with { TokenUrl = url }), null, null, ("SECRET", "s"), ("TOKEN_URL", "http://evil/t"));

    [Fact]
    public async Task RefusedTokensAreRenewedOnce()
    {
        var handler = new RecordingHandler(static (r, i) => r.Url == TokenUrl ? Token("t" + i) : RecordingHandler.Json("{}", r["Authorization"] == "Bearer t2" ? 200 : 401));
        using var channel = Channel(handler);
        await Call.ElementAsync(channel, With(s_auth));
        Assert.Equal(4, handler.Requests.Count);

        handler = new RecordingHandler(static (r, i) => r.Url == TokenUrl ? Token("t" + i) : RecordingHandler.Json("{}", 401));
        using var stubborn = Channel(handler);
        Assert.Equal(401, (await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(stubborn, With(s_auth)))).StatusCode);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task CallsThatChangeThingsAreNotRepeated()
    {
        var handler = new RecordingHandler(static (r, i) => r.Url == TokenUrl ? Token("t" + i) : RecordingHandler.Json("{}", 401));
        using var channel = Channel(handler);
        var operation = new HttpOperation("tool", "POST", "https://h/x") { Auth = s_auth };
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, operation));
        Assert.Equal(2, handler.Requests.Count);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, operation));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task TokensDoNotFollowRedirectsElsewhere()
    {
        var handler = new RecordingHandler(static (r, i) => r.Url == TokenUrl ? Token("t") : r.Url == "https://h/x" ? RecordingHandler.Redirect(302, "https://other.example/") : RecordingHandler.Json("{}", 401));
        using var channel = Channel(handler);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, With(s_auth)));
        Assert.Equal(3, handler.Requests.Count);
        Assert.Null(handler.Requests[2]["Authorization"]);
    }

    [Fact]
    public async Task AnUnreachableEndpointIsAnError()
    {
        var handler = new RecordingHandler(static (_, _, _) => throw new HttpRequestException("no"));
        using var channel = new UtcpChannel(new() { HttpHandler = handler, MaxRetries = 0, Variables = { ["SECRET"] = "s" } });
        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, With(s_auth)));
        Assert.Equal("tool: the connection to the token endpoint login.example failed.", e.Message);
    }

    /// <summary>Asks for the answers of token endpoints only; the API answers every call.</summary>
    private static RecordingHandler Handler(Func<RecordedRequest, int, HttpResponseMessage> answer) =>
        new((r, i) => r.Method == "POST" ? answer(r, i) : RecordingHandler.Json("1"));

    private static HttpResponseMessage Token(string token) => RecordingHandler.Json($"{{\"access_token\":\"{token}\",\"expires_in\":3600}}");

    private static UtcpChannel Channel(HttpMessageHandler handler) => Call.Channel(handler, ("SECRET", "s3&cret"));

    private static HttpOperation With(OAuth2Auth auth) => new("tool", "GET", "https://h/x") { Auth = auth };
}
