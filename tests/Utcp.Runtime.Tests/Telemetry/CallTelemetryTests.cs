using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>What listeners are told about calls.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class CallTelemetryTests : IDisposable
{
    private const string Start = "utcp.tool=tool http.request.method=GET http.route=/a/{id} server.address=h server.port=443";

    private readonly Observer _observer = new();

    public void Dispose() => _observer.Dispose();

    [Fact]
    public async Task ACallThatSucceeds()
    {
        using var channel = Channel(new RecordingHandler("1"));
        await Call.ElementAsync(channel, Operation(), Fill, client: new() { ManualName = "my" });
        var activity = Assert.Single(_observer.Activities);
        Assert.Equal(("utcp.call", "tool", ActivityKind.Client, ActivityStatusCode.Unset), (activity.OperationName, activity.DisplayName, activity.Kind, activity.Status));
        var tags = Start.Replace(" http.request", " utcp.manual=my http.request", StringComparison.Ordinal) + " http.response.status_code=200";
        Assert.Equal(tags, Observer.Tags(activity));
        Assert.Equal(tags, Assert.Single(_observer.Of("utcp.client.call.duration")));
        Assert.Single(_observer.Measurements);
        Assert.Equal(["1 Debug Calling tool: GET /a/{id} at h.", "2 Debug tool answered 200 after N ms."], _observer.Texts);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task RetriesAndAFailure()
    {
        using var channel = Channel(new RecordingHandler((_, _) => RecordingHandler.Json("{}", 503)));
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Operation(), Fill));
        var activity = Assert.Single(_observer.Activities);
        Assert.Equal((ActivityStatusCode.Error, "tool: 503 Service Unavailable from h."), (activity.Status, activity.StatusDescription));
        Assert.Equal(Start + " http.response.status_code=503 http.request.resend_count=1 error.type=503", Observer.Tags(activity));
        Assert.Equal(Start + " http.response.status_code=503 error.type=503", Assert.Single(_observer.Of("utcp.client.call.duration")));
        Assert.Equal(Start + " error.type=503", Assert.Single(_observer.Of("utcp.client.retries")));
        Assert.Equal(
            ["1 Debug Calling tool: GET /a/{id} at h.", "5 Warning Trying tool again: attempt 2 after 503.", "3 Warning tool failed (503) after N ms: tool: 503 Service Unavailable from h."],
            _observer.Texts);
    }

    [Theory]
    [InlineData("connection", "connection")]
    [InlineData("timeout", "timeout")]
    [InlineData("invalid", "invalid_response")]
    [InlineData("large", "response_too_large")]
    [InlineData("redirect", "url_refused")]
    public async Task KindsOfFailures(string failure, string type)
    {
        using var channel = new UtcpChannel(new() { HttpHandler = new RecordingHandler((_, _, c) => SecretTests.AllFailures[failure](c)), MaxRetries = 0, MaxResponseBytes = 1000 });
        await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ValueAsync<int, Utcp.Json.Int32Codec>(channel, Operation(), Fill, new() { Timeout = TimeSpan.FromMilliseconds(failure == "timeout" ? 20 : 20_000) }));
        Assert.EndsWith("error.type=" + type, Assert.Single(_observer.Of("utcp.client.call.duration")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledCallIsNoError()
    {
        using var source = new CancellationTokenSource();
        using var channel = Channel(new RecordingHandler(async (_, _, c) =>
        {
            await source.CancelAsync();
            c.ThrowIfCancellationRequested();
            return RecordingHandler.Json("1");
        }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Call.ElementAsync(channel, Operation(), Fill, cancellationToken: source.Token));
        var activity = Assert.Single(_observer.Activities);
        Assert.Equal((ActivityStatusCode.Unset, "cancelled"), (activity.Status, activity.GetTagItem("error.type")));
        Assert.Equal("4 Debug tool was cancelled by the caller after N ms.", _observer.Texts[^1]);
    }

    [Fact]
    public async Task AStreamLastsUntilItsEnd()
    {
        await using var server = await TestServer.StartAsync(c => c.EventsAsync("data: 1\n\n", "data: 2\n\n"));
        using var channel = Channel(null);
        await using (var items = Streams.OfEvents(channel, Streams.Events(server.Url)).GetAsyncEnumerator())
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Null(Activity.Current);
            Assert.Empty(_observer.Activities);
            Assert.Equal(1, OpenStreams());
            Assert.True(await items.MoveNextAsync());
            Assert.False(await items.MoveNextAsync());
        }

        Assert.Equal(0, OpenStreams());
        Assert.Contains("http.response.status_code=200", Observer.Tags(Assert.Single(_observer.Activities)), StringComparison.Ordinal);
        Assert.Single(_observer.Of("utcp.client.call.duration"));
    }

    [Fact]
    public async Task ResumedStreamsAreCounted()
    {
        var count = 0;
        await using var server = await TestServer.StartAsync(async c =>
        {
            if (count++ == 0)
            {
                await c.EventsAsync("id: 1\ndata: 1\n\n");
                await Task.Delay(50);
                c.Abort();
            }

            c.Response.StatusCode = 204;
        });
        using var channel = Channel(null);
        await Streams.TextsAsync(Streams.OfEvents(channel, Streams.Events(server.Url)));
        Assert.EndsWith("error.type=connection", Assert.Single(_observer.Of("utcp.client.stream.reconnects")), StringComparison.Ordinal);
        Assert.Contains("6 Information Resuming the stream of watch in N ms after connection.", _observer.Texts);
        Assert.Equal(0, OpenStreams());
    }

    [Fact]
    public async Task AnOpenFileIsAnOpenStream()
    {
        using var channel = Channel(new RecordingHandler("1"));
        await using (var result = await new HttpRequestBuilder(new(channel, null), Call.Get(), null).SendForStreamAsync(default))
        {
            Assert.Equal(1, OpenStreams());
            await result.DisposeAsync();
        }

        Assert.Equal(0, OpenStreams());
    }

    [Fact]
    public async Task TokensAreCounted()
    {
        using var channel = new UtcpChannel(new() { MaxRetries = 0, HttpHandler = new RecordingHandler((r, i) => i == 0 ? RecordingHandler.Json("{}", 500) : RecordingHandler.Json("{\"access_token\":\"t\"}")), LoggerFactory = _observer });
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Auth = new Manuals.Model.OAuth2Auth { TokenUrl = "https://login/t", ClientId = "c", ClientSecret = "s" } };
        await Assert.ThrowsAsync<UtcpAuthenticationException>(() => Call.ElementAsync(channel, operation));
        await Call.ElementAsync(channel, operation);
        Assert.Equal(["server.address=login error.type=authentication", "server.address=login"], _observer.Of("utcp.client.token.requests"));
        Assert.Contains("7 Debug Got a token from login.", _observer.Texts);
    }

    [Fact]
    public async Task TheHttpActivityIsAChild()
    {
        using var http = new ActivityListener { ShouldListenTo = s => s.Name == "System.Net.Http", Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = _observer.Activities.Enqueue };
        ActivitySource.AddActivityListener(http);
        string? parent = null;
        await using var server = await TestServer.StartAsync(c =>
        {
            parent = c.Request.Headers.TraceParent;
            return TestServer.JsonAsync(c, "1");
        });
        using var channel = Channel(null);
        await Call.ElementAsync(channel, Call.Get(server.Url));
        var (inner, outer) = (_observer.Activities.Single(a => a.Source.Name == "System.Net.Http"), _observer.Activities.Single(a => a.Source.Name == "Utcp"));
        Assert.Equal(outer.SpanId, inner.ParentSpanId);
        Assert.Contains(outer.TraceId.ToHexString(), parent, StringComparison.Ordinal);
    }

    private static HttpOperation Operation() => new("tool", "GET", "https://h/a/{id}?b=1");

    private static void Fill(ref HttpRequestBuilder request) => request.PathString("id", "7");

    private UtcpChannel Channel(HttpMessageHandler? handler) => new(new() { HttpHandler = handler, MaxRetries = 1, RetryDelay = TimeSpan.Zero, LoggerFactory = _observer });

    private double OpenStreams() => _observer.Measurements.Where(m => m.Instrument == "utcp.client.open_streams").Sum(m => m.Value);
}
