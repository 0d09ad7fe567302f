using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;
using ApiKeyAuth = Utcp.Manuals.Model.ApiKeyAuth;

namespace Utcp.Runtime.Tests.Resilience;

/// <summary>The retries that a channel makes by itself.</summary>
public sealed class RetryTests
{
    private readonly SkippingClock _clock = new();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task StatusesThatMayPassAreTriedFourTimes(int status)
    {
        var handler = Failing(100, status);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(handler, Call.Get()));
        Assert.Equal((status, 4), (e.StatusCode, handler.Requests.Count));
        Assert.Equal(3, _clock.Waits.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task OthersAreNot(int status)
    {
        var handler = Failing(100, status);
        await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(handler, Call.Get()));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("GET", null, true)]
    [InlineData("HEAD", null, true)]
    [InlineData("OPTIONS", null, true)]
    [InlineData("PUT", null, true)]
    [InlineData("DELETE", null, true)]
    [InlineData("POST", null, false)]
    [InlineData("PATCH", null, false)]
    [InlineData("BREW", null, false)]
    [InlineData("POST", ToolEffects.Idempotent, true)]
    [InlineData("POST", ToolEffects.Safe, true)]
    [InlineData("GET", ToolEffects.Unknown, false)]
    [InlineData("DELETE", ToolEffects.Destructive, false)]
    public async Task OnlyWhatIsIdempotentIsTriedAgain(string method, ToolEffects? effects, bool isRepeated)
    {
        var operation = new HttpOperation("tool", method, "https://h/x") { Effects = effects };
        foreach (var handler in new[] { Failing(1, 503), Failing(1, 0) })
        {
            var e = await Record.ExceptionAsync(() => CallAsync(handler, operation));
            Assert.Equal(isRepeated, e is null);
            Assert.Equal(isRepeated ? 2 : 1, handler.Requests.Count);
        }
    }

    [Fact]
    public async Task TheWaitsDoubleAndDiffer()
    {
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(Failing(100, 503), Call.Get()));
        }

        Assert.Equal(60, _clock.Waits.Count);
        Assert.True(_clock.Waits.Distinct().Count() > 10);
        double MeanOf(int retry) => _clock.Waits.Where((_, i) => i % 3 == retry).Average(w => w.TotalSeconds);
        Assert.InRange(MeanOf(0), 0.2, 2);
        Assert.InRange(MeanOf(2), MeanOf(0) * 1.5, 10);
    }

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("30", null, 30)]
    [InlineData("Sat, 21 Nov 2026 10:00:20 GMT", "Sat, 21 Nov 2026 10:00:00 GMT", 20)]
    [InlineData("Saturday, 21-Nov-26 10:00:20 GMT", "Sat, 21 Nov 2026 10:00:00 GMT", 20)]
    public async Task TheServerSaysHowLongToWait(string after, string? date, int seconds)
    {
        Assert.Equal("1", (await CallAsync(Busy(after, date), Call.Get())).GetRawText());
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_clock.Waits));
    }

    [Theory]
    [InlineData("31")]
    [InlineData("99999999999999999999")]
    [InlineData("Sat, 21 Nov 2099 10:00:20 GMT")]
    public async Task AServerThatAsksForLongerIsNotAskedAgain(string after)
    {
        await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(Busy(after, null), Call.Get()));
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("Sat, 21 Nov 1998 10:00:20 GMT")]
    public async Task WhatIsNoWaitLeavesOurs(string after)
    {
        await CallAsync(Busy(after, null), Call.Get());
        Assert.NotEqual(TimeSpan.Zero, Assert.Single(_clock.Waits));
    }

    [Fact]
    public async Task TheBodyIsSentAgain()
    {
        foreach (var fill in new Fill[]
        {
            static (ref r) => r.Body<string, StringCodec>("hello"),
            static (ref r) => r.BodyBytes("\"hello\""u8.ToArray()),
            static (ref r) => r.BodyStream(new MemoryStream("\"hello\""u8.ToArray())),
        })
        {
            var handler = Failing(2, 503);
            await CallAsync(handler, new("tool", "PUT", "https://h/x"), fill);
            Assert.Equal(["\"hello\"", "\"hello\"", "\"hello\""], handler.Requests.Select(r => r.Text!));
        }
    }

    [Fact]
    public async Task AStreamThatCannotBeRewoundIsSentOnce()
    {
        var handler = Failing(2, 503);
        await Assert.ThrowsAsync<UtcpHttpException>(() => CallAsync(handler, new("tool", "PUT", "https://h/x"), (ref r) => r.BodyStream(new ForwardStream("hello"u8.ToArray()))));
        Assert.Equal("hello", handler.Only.Text);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)), true },
        { new HttpRequestException(HttpRequestError.ResponseEnded, "ended", new IOException("reset")), true },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "dns", new SocketException((int)SocketError.TryAgain)), true },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "dns", new SocketException((int)SocketError.HostNotFound)), false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new AuthenticationException("certificate")), false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new IOException("reset")), true },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "headers"), false },
        { new IOException("broken"), true },
        { new InvalidDataException("damaged"), false },
        { new TaskCanceledException("connect", new TimeoutException()), true },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailuresThatMayPassAreTriedAgain(Exception failure, bool isRepeated)
    {
        var handler = new RecordingHandler((_, i) => i == 0 ? throw failure : RecordingHandler.Json("1"));
        Assert.Equal(isRepeated, await Record.ExceptionAsync(() => CallAsync(handler, Call.Get())) is null);
    }

    [Fact]
    public async Task AnAnswerThatBreaksOffIsAskedForAgain()
    {
        var count = 0;
        await using var server = new RawServer((s, c) => s.WriteAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n" + (count++ < 2 ? "12" : "12345")), c).AsTask());
        Assert.Equal("12345", (await CallAsync(null, Call.Get(server.Url))).GetRawText());
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task AnAnswerThatCannotBeReadIsNot()
    {
        var handler = new RecordingHandler("nonsense");
        await Assert.ThrowsAsync<UtcpResponseException>(() => CallAsync(handler, Call.Get()));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task EachAttemptBeginsWhereTheCallBegan()
    {
        // A cross-origin redirect drops body and key; the next attempt has them again.
        var handler = new RecordingHandler((r, i) => r.Url.StartsWith("https://h/", StringComparison.Ordinal)
            ? i < 2 ? RecordingHandler.Redirect(303, "https://other/" + i) : RecordingHandler.Json("1")
            : RecordingHandler.Json("{}", 503));
        var operation = new HttpOperation("tool", "PUT", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "k", VarName = "X-Key" } };
        await CallAsync(handler, operation, static (ref r) => r.Body<string, StringCodec>("hello"));
        Assert.Equal(
            ["PUT https://h/x k \"hello\"", "GET https://other/0  ", "PUT https://h/x k \"hello\""],
            handler.Requests.Select(r => $"{r.Method} {r.Url} {r["X-Key"]} {r.Text}"));
    }

    [Fact]
    public async Task TheResponseCaptureHasTheLastAnswer()
    {
        var capture = new UtcpResponseCapture();
        using var channel = Channel(Failing(1, 503));
        await Call.ElementAsync(channel, Call.Get(), null, new() { Response = capture });
        Assert.Equal(200, capture.StatusCode);
    }

    [Fact]
    public async Task FilesAreOpenedAgain()
    {
        var handler = Failing(1, 503);
        using var channel = Channel(handler);
        await using var result = await new HttpRequestBuilder(new(channel, null), Call.Get(), null).SendForStreamAsync(default);
        Assert.Equal("1", await new StreamReader(result.Stream).ReadToEndAsync());
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task CallsWithoutResultAreToo()
    {
        var handler = Failing(1, 503);
        using var channel = Channel(handler);
        await new HttpRequestBuilder(new(channel, null), new("tool", "DELETE", "https://h/x"), null).SendAsync(default);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task ZeroSwitchesRetriesOff()
    {
        var handler = Failing(1, 503);
        using var channel = new UtcpChannel(new() { HttpHandler = handler, MaxRetries = 0 });
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get()));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public void OptionsAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxRetries = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { RetryDelay = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { MaxRetryDelay = TimeSpan.FromDays(2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtcpChannel(new() { AttemptTimeout = TimeSpan.Zero }));
        new UtcpChannel(new() { RetryDelay = TimeSpan.Zero, MaxRetryDelay = TimeSpan.Zero, MaxRetries = int.MaxValue }).Dispose();
    }

    /// <summary>Fails some times with a status, or with a broken connection when that is 0.</summary>
    private static RecordingHandler Failing(int times, int status) => new((_, i) =>
        i >= times ? RecordingHandler.Json("1") : status == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : RecordingHandler.Json("{}", status));

    private static RecordingHandler Busy(string after, string? date) => new((_, i) =>
    {
        var answer = RecordingHandler.Json("1", i == 0 ? 503 : 200);
        if (i == 0)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", after);
            answer.Headers.TryAddWithoutValidation("Date", date ?? "");
        }

        return answer;
    });

    private UtcpChannel Channel(HttpMessageHandler? handler) => new(new() { HttpHandler = handler, Timeout = Timeout.InfiniteTimeSpan, TimeProvider = _clock });

    private async Task<System.Text.Json.JsonElement> CallAsync(HttpMessageHandler? handler, HttpOperation operation, Fill? fill = null)
    {
        using var channel = Channel(handler);
        return await Call.ElementAsync(channel, operation, fill);
    }
}
