using System.Diagnostics;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;
using ApiKeyAuth = Utcp.Manuals.Model.ApiKeyAuth;
using OAuth2Auth = Utcp.Manuals.Model.OAuth2Auth;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>What listeners are told about calls that are refused before they begin.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class RefusalTelemetryTests : IDisposable
{
    private readonly Observer _observer = new();

    public static TheoryData<string, string> Refusals => new()
    {
        { "http://evil.example/x?key=s3cret", "url_refused" },
        { "https://${MISSING}/", "variable" },
        { "https://user:s3cret@h/", "url_refused" },
    };

    public void Dispose() => _observer.Dispose();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task AUrlThatMayNotBeUsedAndAMissingVariable(string url, string type)
    {
        using var channel = Channel();
        var e = await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ElementAsync(channel, Call.Get(url), client: new() { ManualName = "my" }));
        AssertTold(e, type, "utcp.tool=tool utcp.manual=my http.request.method=GET http.route=");
    }

    [Fact]
    public async Task CredentialsThatAreMissingAndATokenUrl()
    {
        using var channel = Channel();
        var e = await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ElementAsync(channel, new("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "${MISSING}" } }));
        AssertTold(e, "variable", "utcp.tool=tool http.request.method=GET http.route=/x ");
        e = await Assert.ThrowsAnyAsync<UtcpException>(() => Call.ElementAsync(channel, new("tool", "GET", "https://h/x") { Auth = new OAuth2Auth { TokenUrl = "http://evil.example/t", ClientId = "c", ClientSecret = "s3cret" } }));
        AssertTold(e, "url_refused", "utcp.tool=tool http.request.method=GET http.route=/x ");
    }

    [Fact]
    public async Task AStreamAndAWebSocket()
    {
        using var channel = Channel();
        var e = await Assert.ThrowsAnyAsync<UtcpException>(async () => await Streams.OfItems<string, StringCodec>(channel, new("tool", "GET", "http://evil.example/x")).ToListAsync());
        AssertTold(e, "url_refused", "utcp.tool=tool http.request.method=GET http.route=/x ");
        e = await Assert.ThrowsAnyAsync<UtcpException>(() => new WebSocketRequestBuilder(new(channel, null), new("tool", "ws://evil.example/x"), null).SendAsync(default));
        AssertTold(e, "url_refused", "utcp.tool=tool network.protocol.name=websocket http.route=/x ");
    }

    [Fact]
    public async Task ArgumentsAreTheCallersOwn()
    {
        using var channel = Channel();
        await Assert.ThrowsAsync<UtcpArgumentException>(() => Call.ElementAsync(channel, Call.Get("https://h/{id}")));
        Assert.Empty(_observer.Activities);
        Assert.Empty(_observer.Texts);
        Assert.Empty(_observer.Measurements);
    }

    private void AssertTold(UtcpException e, string type, string tags)
    {
        Assert.True(_observer.Activities.TryDequeue(out var activity));
        Assert.Empty(_observer.Activities);
        Assert.Equal(("utcp.call", "tool", ActivityStatusCode.Error, e.Message), (activity.OperationName, activity.DisplayName, activity.Status, activity.StatusDescription));
        Assert.StartsWith(tags, Observer.Tags(activity), StringComparison.Ordinal);
        Assert.EndsWith(" error.type=" + type, Observer.Tags(activity), StringComparison.Ordinal);
        Assert.Equal(Observer.Tags(activity), _observer.Of("utcp.client.refusals").Last());
        Assert.Empty(_observer.Of("utcp.client.call.duration"));
        Assert.Equal($"12 Warning tool was not called ({type}): {e.Message}", _observer.Texts.Last());
        Assert.DoesNotContain("s3cret", _observer.Texts.Last() + Observer.Tags(activity) + activity.StatusDescription, StringComparison.Ordinal);
    }

    private UtcpChannel Channel() => new(new() { HttpHandler = new RecordingHandler("1"), LoggerFactory = _observer, UseEnvironmentVariables = false });
}
