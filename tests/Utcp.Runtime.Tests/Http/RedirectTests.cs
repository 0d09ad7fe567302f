using System.Net;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://h/x")]
    [InlineData("http://example.com")]
    [InlineData("//user@other/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[fd00::1]/")]
    public async Task Case060_TargetsAreChecked(string location)
    {
        var handler = new RecordingHandler((_, _) => RecordingHandler.Redirect(302, location));
        using var channel = Call.Channel(handler);
        await Assert.ThrowsAsync<UtcpUrlException>(() => Call.ElementAsync(channel, Call.Get("https://h.example/x")));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest")]
    public async Task Case061_NeverFromRemoteToLocal(string location)
    {
        var handler = new RecordingHandler((_, _) => RecordingHandler.Redirect(302, location));
        using var channel = new UtcpChannel(new() { HttpHandler = handler, AllowedInsecureHosts = { "127.0.0.1" } });
        await Assert.ThrowsAsync<UtcpUrlException>(() => Call.ElementAsync(channel, Call.Get("https://api.example.com/x")));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("https://other.example/y?z=1")]
    [InlineData("https://api.example.com:8443/y?z=1")]
    public async Task Case062_OtherOriginsGetNoCredentials(string location)
    {
        var operation = new HttpOperation("tool", "POST", "https://api.example.com/x")
        {
            Auth = new ApiKeyAuth { ApiKey = "s3cret", VarName = "X-Odd" },
            Headers = [new("Authorization", "s3cret"), new("X-Custom-Token", "s3cret"), new("X-Plain", "kept"), new("X-Variable", "${V}"), new("Cookie", "a=s3cret"), new("XApiKey", "s3cret"), new("x_session_id", "s3cret")],
        };
        var handler = new RecordingHandler((_, i) => i == 0 ? RecordingHandler.Redirect(307, location) : RecordingHandler.Json("1"));
        using var channel = Call.Channel(handler, ("V", "s3cret"));
        await Call.ElementAsync(channel, operation, static (ref r) =>
        {
            r.QueryString("q", "s3cret");
            r.Body<string, StringCodec>("s3cret");
        });
        var second = handler.Requests[1];
        Assert.Equal(location, second.Url);
        Assert.Equal("POST", second.Method);
        Assert.Null(second.Body);
        Assert.Equal("kept", second["X-Plain"]);
        Assert.DoesNotContain(second.Headers, h => h.Value.Contains("s3cret", StringComparison.Ordinal));
        Assert.Equal(7, handler.Requests[0].Headers.Count(h => h.Value.Contains("s3cret", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CredentialsDoNotComeBack()
    {
        var operation = new HttpOperation("tool", "GET", "https://a.example/x") { Auth = new ApiKeyAuth { ApiKey = "s3cret", VarName = "key", Location = ApiKeyLocation.Query } };
        var handler = new RecordingHandler((_, i) => i switch
        {
            0 => RecordingHandler.Redirect(302, "https://b.example/y"),
            1 => RecordingHandler.Redirect(302, "https://a.example/z"),
            _ => RecordingHandler.Json("1"),
        });
        using var channel = Call.Channel(handler);
        await Call.ElementAsync(channel, operation);
        Assert.Equal(["https://a.example/x?key=s3cret", "https://b.example/y", "https://a.example/z"], handler.Requests.Select(static r => r.Url));
    }

    [Theory]
    [InlineData(301, "POST", "\"b\"")]
    [InlineData(302, "POST", "\"b\"")]
    [InlineData(307, "POST", "\"b\"")]
    [InlineData(308, "POST", "\"b\"")]
    [InlineData(303, "GET", null)]
    public async Task Case063_SameOriginKeepsCredentialsMethodAndBody(int status, string method, string? body)
    {
        var operation = new HttpOperation("tool", "POST", "https://api.example.com/x/y") { Auth = new BasicAuth { Username = "u", Password = "p" } };
        var handler = new RecordingHandler((_, i) => i == 0 ? RecordingHandler.Redirect(status, "../z?a=%2F%20/b#f") : RecordingHandler.Json("1"));
        using var channel = Call.Channel(handler);
        await Call.ElementAsync(channel, operation, static (ref r) => r.Body<string, StringCodec>("b"));
        var second = handler.Requests[1];
        Assert.Equal("https://api.example.com/z?a=%2F%20/b", second.Url);
        Assert.Equal((method, body, body is null ? null : "application/json"), (second.Method, second.Text, second["Content-Type"]));
        Assert.Equal("Basic dTpw", second["Authorization"]);
    }

    [Fact]
    public async Task QueryKeysStayOnTheOrigin()
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "k", VarName = "key", Location = ApiKeyLocation.Query } };
        var handler = new RecordingHandler((_, i) => i == 0 ? RecordingHandler.Redirect(302, "/y") : i == 1 ? RecordingHandler.Redirect(302, "/z?a=1&key=k") : RecordingHandler.Json("1"));
        using var channel = Call.Channel(handler);
        await Call.ElementAsync(channel, operation, static (ref r) => r.QueryInt32("q", 1));
        Assert.Equal(["/x?q=1&key=k", "/y?key=k", "/z?a=1&key=k"], handler.Requests.Select(static r => r.Target));
    }

    [Fact]
    public async Task Case064_TooMany()
    {
        var handler = new RecordingHandler((_, i) => RecordingHandler.Redirect(302, "/" + i));
        using var channel = Call.Channel(handler);
        var e = await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Get()));
        Assert.Contains("too many redirects", e.Message, StringComparison.Ordinal);
        Assert.Equal(6, handler.Requests.Count);

        handler = new RecordingHandler((_, i) => i < 5 ? RecordingHandler.Redirect(302, "/" + i) : RecordingHandler.Json("1"));
        using var patient = Call.Channel(handler);
        Assert.Equal(1, (await Call.ElementAsync(patient, Call.Get())).GetInt32());
    }

    [Fact]
    public async Task StreamsThatCannotBeRewoundAreNotSentTwice()
    {
        var handler = new RecordingHandler((_, i) => i == 0 ? RecordingHandler.Redirect(307, "/y") : RecordingHandler.Json("1"));
        using var channel = Call.Channel(handler);
        using var once = new Once([1, 2]);
        await Assert.ThrowsAsync<UtcpHttpException>(() => Call.ElementAsync(channel, Call.Post(), (ref r) => r.BodyStream(once)));
        Assert.Single(handler.Requests);

        handler = new RecordingHandler((_, i) => i == 0 ? RecordingHandler.Redirect(307, "/y") : RecordingHandler.Json("1"));
        using var again = Call.Channel(handler);
        using var seekable = new MemoryStream([0, 1, 2]) { Position = 1 };
        await Call.ElementAsync(again, Call.Post(), (ref r) => r.BodyStream(seekable));
        Assert.Equal([1, 2], handler.Requests[1].Body!);
    }

    [Fact]
    public async Task RealServersAreFollowed()
    {
        await using var server = await TestServer.StartAsync(c =>
        {
            if (c.Request.Path == "/x")
            {
                c.Response.StatusCode = 302;
                c.Response.Headers.Location = "/y";
                return Task.CompletedTask;
            }

            return TestServer.JsonAsync(c, "\"" + c.Request.Path + "\"");
        });
        using var channel = Call.Channel(null);
        Assert.Equal("/y", (await Call.ElementAsync(channel, Call.Get(server.Url + "/x"))).GetString());
    }

    private sealed class Once(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
