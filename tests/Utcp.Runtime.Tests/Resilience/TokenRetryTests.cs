using Utcp.Generated;
using Utcp.Runtime.Tests.Http;
using OAuth2Auth = Utcp.Manuals.Model.OAuth2Auth;

namespace Utcp.Runtime.Tests.Resilience;

/// <summary>What a channel does when a token endpoint has no token to give now.</summary>
public sealed class TokenRetryTests
{
    private const string TokenUrl = "https://login.example/t";

    private static readonly HttpOperation s_operation = new("tool", "POST", "https://h/x") { Auth = new OAuth2Auth { TokenUrl = TokenUrl, ClientId = "id", ClientSecret = "secret" } };

    private readonly SkippingClock _clock = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task AFailureThatMayPassIsTriedAgain(int status)
    {
        var handler = Failing(2, status);
        using var channel = Channel(handler);
        Assert.Equal("1", (await Call.ElementAsync(channel, s_operation)).GetRawText());
        Assert.Equal([TokenUrl, TokenUrl, TokenUrl, "https://h/x"], handler.Requests.Select(request => request.Url));
        Assert.Equal(2, _clock.Waits.Count);
    }

    [Fact]
    public async Task TheLastFailureIsTheOneThatIsTold()
    {
        var handler = Failing(100, 503);
        using var channel = Channel(handler);
        var e = await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, s_operation));
        Assert.Equal("tool: the token endpoint login.example gave no token: 503 Service Unavailable.", e.Message);
        Assert.Equal(4, handler.Requests.Count);

        // What failed is not kept.
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, s_operation));
        Assert.Equal(8, handler.Requests.Count);
    }

    [Theory]
    [InlineData(400, 2)]
    [InlineData(401, 2)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(408, 1)]
    [InlineData(429, 1)]
    [InlineData(501, 1)]
    [InlineData(302, 1)]
    public async Task WhatTheEndpointRefusesIsNot(int status, int requests)
    {
        var handler = Failing(100, status);
        using var channel = Channel(handler);
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, s_operation));
        Assert.Equal(requests, handler.Requests.Count);
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData("7", 1)]
    [InlineData("31", 0)]
    public async Task TheEndpointSaysHowLongToWait(string after, int waits)
    {
        var handler = new RecordingHandler((r, i) =>
        {
            var answer = r.Url == TokenUrl ? RecordingHandler.Json("""{"access_token":"t"}""", i == 0 ? 503 : 200) : RecordingHandler.Json("1");
            answer.Headers.TryAddWithoutValidation("Retry-After", after);
            return answer;
        });
        using var channel = Channel(handler);
        Assert.Equal(waits == 1, await Record.ExceptionAsync(() => Call.ElementAsync(channel, s_operation)) is null);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), waits), _clock.Waits);
    }

    [Fact]
    public async Task RetriesThatAreOffAreOffHere()
    {
        var handler = Failing(1, 503);
        using var channel = new UtcpChannel(new() { HttpHandler = handler, MaxRetries = 0 });
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, s_operation));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task TheTimeOfAllAttemptsIsLimited()
    {
        var handler = Failing(100, 503);
        using var channel = new UtcpChannel(new() { HttpHandler = handler, Timeout = TimeSpan.FromSeconds(2), RetryDelay = TimeSpan.FromHours(1), MaxRetryDelay = TimeSpan.FromHours(1) });
        await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ElementAsync(channel, s_operation));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task AThousandCallsAskOnce()
    {
        var tokens = 0;
        var handler = new RecordingHandler(async (r, _, _) =>
        {
            if (r.Url != TokenUrl)
            {
                return RecordingHandler.Json("1");
            }

            await Task.Yield();
            return Interlocked.Increment(ref tokens) == 1 ? RecordingHandler.Json("{}", 503) : RecordingHandler.Json("""{"access_token":"t","expires_in":3600}""");
        });
        using var channel = Channel(handler);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Call.ElementAsync(channel, s_operation))));
        Assert.Equal(2, tokens);
        Assert.Single(_clock.Waits);
    }

    /// <summary>A token endpoint that fails some times with a status, or with a broken connection when that is 0.</summary>
    private static RecordingHandler Failing(int times, int status) => new((r, i) =>
        r.Url != TokenUrl ? RecordingHandler.Json("1")
        : i >= times ? RecordingHandler.Json("""{"access_token":"t"}""")
        : status == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : RecordingHandler.Json("{}", status));

    private UtcpChannel Channel(HttpMessageHandler handler) => new(new() { HttpHandler = handler, Timeout = Timeout.InfiniteTimeSpan, TimeProvider = _clock });
}
