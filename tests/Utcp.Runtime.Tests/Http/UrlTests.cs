using System.Net;
using Utcp.Generated;

namespace Utcp.Runtime.Tests.Http;

public sealed class UrlTests
{
    [Theory]
    [InlineData("http://localhost:5000/x")]
    [InlineData("http://127.0.0.1/x")]
    [InlineData("http://[::1]:8080/x")]
    [InlineData("HTTPS://example.com/x")]
    [InlineData("https://10.0.0.5/x")]
    public async Task Case054_AllowedForLocalConfiguration(string url) =>
        Assert.Equal(url, (await Call.SentAsync(Call.Get(url))).Url);

    [Theory]
    [InlineData("http://localhost.evil.com/x")]
    [InlineData("http://127.0.0.1.evil.com/")]
    [InlineData("http://example.com")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://user:s3cret@h/")]
    [InlineData("https://h\\@evil/")]
    [InlineData(" http://localhost/")]
    [InlineData("https://h/a b")]
    [InlineData("https://h/\n")]
    [InlineData("ftp://h/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/x")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("https://")]
    public async Task Case055_Refused(string url)
    {
        var e = await Call.FailsUnsentAsync<UtcpUrlException>(Call.Get(url));
        Assert.StartsWith("tool: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);

        e = await Call.FailsUnsentAsync<UtcpUrlException>(Call.Get(url.Length == 0 ? "${BASE}" : url[..1] == "$" ? url : "${BASE}"), null, null, ("BASE", url.Trim().Length == url.Length && !url.Contains(' ') && !url.Contains('\\') ? url : "http://evil/"));
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostsCanBeAllowed()
    {
        var handler = new RecordingHandler();
        using var channel = new UtcpChannel(new() { HttpHandler = handler, AllowedInsecureHosts = { "build.corp" } });
        using var strict = new UtcpChannel(new() { HttpHandler = handler });
        var operation = Call.Get("http://build.corp/x");
        for (var i = 0; i < 2; i++)
        {
            await Call.ElementAsync(channel, operation);
            await Assert.ThrowsAsync<UtcpUrlException>(() => Call.ElementAsync(strict, operation));
        }

        Assert.Equal(2, handler.Requests.Count);
        Assert.Throws<ArgumentException>(() => new UtcpChannel(new() { AllowedInsecureHosts = { "http://build.corp" } }));
    }

    [Fact]
    public async Task VariablesMakeUpTheUrl()
    {
        var sent = await Call.SentAsync(
            Call.Get("${BASE}/v1/{id}/$x/${P}?k=${K}"),
            static (ref r) =>
            {
                r.PathString("id", "${P}");
                r.QueryString("q", "1");
            },
            null,
            ("BASE", "https://api.example.com:8443/root"),
            ("P", "a/é{id}"),
            ("K", "1#2&3"));
        Assert.Equal("https://api.example.com:8443/root/v1/%24%7BP%7D/$x/a/%C3%A9%7Bid%7D?k=1%232&3&q=1", sent.Url);
    }

    [Theory]
    [InlineData("https://h")]
    [InlineData("https://h?a=1")]
    public async Task AVariableMayBeAHostAlone(string value) =>
        Assert.StartsWith("https://h/?", (await Call.SentAsync(Call.Get("${BASE}"), static (ref r) => r.QueryInt32("q", 1), null, ("BASE", value))).Url, StringComparison.Ordinal);

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    [InlineData("a\\b")]
    public async Task VariablesWithBadCharactersAreNamed(string value)
    {
        var e = await Call.FailsUnsentAsync<UtcpVariableException>(Call.Get("https://h/${P}"), null, null, ("P", value));
        Assert.Equal("P", e.VariableName);
    }

    [Fact]
    public async Task ASecretInTheUrlIsInNoMessage()
    {
        using var channel = Call.Channel(new RecordingHandler((_, _, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")), ("K", "s3cret"));
        var e = await Assert.ThrowsAsync<UtcpConnectionException>(() => Call.ElementAsync(channel, Call.Get("https://api.example.com/x?key=${K}")));
        Assert.Equal("tool: no connection to api.example.com.", e.Message);
        Assert.Equal("api.example.com", e.Host);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void HandlersMustLeaveRedirectsToUs()
    {
        using var sockets = new SocketsHttpHandler();
        using var outer = new Outer { InnerHandler = sockets };
        using var channel = new UtcpChannel(new() { HttpHandler = outer });
        Assert.False(sockets.AllowAutoRedirect);
        using var client = new HttpClientHandler();
        using var other = new UtcpChannel(new() { HttpHandler = client });
        Assert.False(client.AllowAutoRedirect);
    }

    [Fact]
    public async Task DisposedChannelsSaySo()
    {
        var channel = Call.Channel(new RecordingHandler());
        await channel.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Call.ElementAsync(channel, Call.Get()));
    }

    private sealed class Outer : DelegatingHandler;
}
