using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

public sealed class HeaderTests
{
    [Fact]
    public async Task Case033_ArgumentsAsHeaders()
    {
        var sent = await Call.SentAsync(Call.Post(), static (ref r) =>
        {
            r.HeaderString("X-A", "v");
            r.QueryInt32("q", 1);
        });
        Assert.Equal("v", sent["X-A"]);
        Assert.Equal("/x?q=1", sent.Target);
        Assert.Null(sent.Body);
    }

    [Theory]
    [InlineData("v\r\nEvil: 1")]
    [InlineData("v\n")]
    [InlineData("\0")]
    [InlineData("\u007f")]
    [InlineData("é")]
    public async Task Case034_LineBreaksAndControlsAreRefused(string value)
    {
        var e = await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Post(), (ref r) => r.HeaderString("X-A", value));
        Assert.Equal("X-A", e.Argument);
        Assert.DoesNotContain("Evil", e.ToString(), StringComparison.Ordinal);
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Post(), null, new() { Headers = { ["X-A"] = value } });
    }

    [Fact]
    public async Task Case035_EveryKindOfValue()
    {
        var sent = await Call.SentAsync(Call.Get(), static (ref r) =>
        {
            r.HeaderBoolean("X-A", true);
            r.HeaderInt32("X-B", -1);
            r.HeaderInt64("X-C", long.MaxValue);
            r.HeaderDouble("X-D", 0.5);
            r.HeaderDecimal("X-E", 1.10m);
            r.HeaderValue<JsonElement, ElementCodec>("X-F", Call.Element("[\"a\", null, 2]"));
            r.HeaderValue<JsonElement, ElementCodec>("X-G", Call.Element("{\"a\": true}"));
            r.HeaderValue<JsonElement, ElementCodec>("X-H", Call.Element("null"));
            r.HeaderValue<JsonElement, ElementCodec>("X-I", Call.Element("[]"));
            r.HeaderBoolean("X-J", null);
            r.HeaderString("X-K", "");
        });
        Assert.Equal(["true", "-1", "9223372036854775807", "0.5", "1.10", "a,2", "{\"a\":true}", null, null, null, ""], "ABCDEFGHIJK".Select(c => sent["X-" + c]));
    }

    [Fact]
    public async Task Case036_StaticHeadersAreCheckedAfterSubstitution()
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Headers = [new("X-A", "a${B}")] };
        Assert.Equal("ab", (await Call.SentAsync(operation, null, null, ("B", "b")))["X-A"]);
        var e = await Call.FailsUnsentAsync<UtcpVariableException>(operation, null, null, ("B", "s3cret\r\nEvil: 1"));
        Assert.Equal("B", e.VariableName);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("content-length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("connection")]
    [InlineData("Cookie")]
    [InlineData("X-Key")]
    [InlineData("Bad Name")]
    [InlineData("X:Y")]
    [InlineData("")]
    public async Task ArgumentsMayNotSetTheseHeaders(string name)
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Auth = new ApiKeyAuth { ApiKey = "k", VarName = "x-key" } };
        await Call.FailsUnsentAsync<UtcpArgumentException>(operation, (ref r) => r.HeaderString(name, "1"));
    }

    [Fact]
    public async Task ArgumentsMaySetAuthorizationWhenNothingElseDoes() =>
        Assert.Equal("Bearer t", (await Call.SentAsync(Call.Get(), static (ref r) => r.HeaderString("Authorization", "Bearer t")))["Authorization"]);

    [Fact]
    public async Task CallBeatsArgumentBeatsStatic()
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Headers = [new("X-A", "static"), new("X-B", "static"), new("x-b", "last"), new("X-C", "static"), new("Host", "evil"), new("Connection", "close")] };
        var sent = await Call.SentAsync(operation, static (ref r) => r.HeaderString("x-a", "argument"), new() { Headers = { ["X-c"] = "call" } });
        Assert.Equal("argument", sent["X-A"]);
        Assert.Equal("last", sent["X-B"]);
        Assert.Equal("call", sent["X-C"]);
        Assert.Null(sent["Host"]);
        Assert.Null(sent["Connection"]);
    }

    [Fact]
    public async Task ContentHeadersGoWithTheBody()
    {
        var operation = new HttpOperation("tool", "POST", "https://h/x") { Headers = [new("Content-Language", "pt"), new("Content-Encoding", "identity")] };
        Fill body = static (ref r) =>
        {
            r.HeaderString("content-language", "en");
            r.Body<string, StringCodec>("x");
        };
        var sent = await Call.SentAsync(operation, body);
        Assert.Equal("en", sent["Content-Language"]);
        Assert.Equal("identity", sent["Content-Encoding"]);
        Assert.Null((await Call.SentAsync(operation))["Content-Encoding"]);
    }

    [Fact]
    public async Task RequestsSayWhoSendsThem()
    {
        Assert.Equal("Utcp.Runtime", (await Call.SentAsync(Call.Get()))["User-Agent"]);
        Assert.Equal("me", (await Call.SentAsync(Call.Get(), null, new() { Headers = { ["user-agent"] = "me" } }))["User-Agent"]);
        var handler = new RecordingHandler();
        using var channel = new UtcpChannel(new() { HttpHandler = handler, UserAgent = null });
        await Call.ElementAsync(channel, Call.Get());
        Assert.Null(handler.Only["User-Agent"]);
        Assert.Throws<ArgumentException>(() => new UtcpChannel(new() { UserAgent = "a\r\nb" }));
    }

    [Fact]
    public async Task AHeaderNameThatIsNoneIsAnError() =>
        await Call.FailsUnsentAsync<UtcpException>(new("tool", "GET", "https://h/x") { Headers = [new("a b", "c")] });

    [Theory]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    [InlineData("not a name")]
    public async Task CallHeadersOfTheConnectionAreRefused(string name) =>
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), null, new() { Headers = { [name] = "1" } });

    [Fact]
    public async Task Cookies()
    {
        var operation = new HttpOperation("tool", "GET", "https://h/x") { Headers = [new("cookie", "z=${Z}")] };
        var sent = await Call.SentAsync(
            operation,
            static (ref r) =>
            {
                r.CookieString("a", "1");
                r.CookieBoolean("b", false);
                r.CookieInt32("c", 3);
                r.CookieInt64("d", 4);
                r.CookieDouble("e", 1.5);
                r.CookieDecimal("f", 2.50m);
                r.CookieValue<JsonElement, ElementCodec>("g", Call.Element("[7]"));
                r.CookieValue<JsonElement, ElementCodec>("h", Call.Element("null"));
                r.CookieString("i", null);
            },
            new() { Headers = { ["Cookie"] = "y=8" } },
            ("Z", "9"));
        Assert.Equal("a=1; b=false; c=3; d=4; e=1.5; f=2.50; g=7; y=8; z=9", sent["Cookie"]);
    }

    [Theory]
    [InlineData("a", "b;c")]
    [InlineData("a", "b,c")]
    [InlineData("a", "b c")]
    [InlineData("a", "\"b\"")]
    [InlineData("a", "b\r\n")]
    [InlineData("a", "é")]
    [InlineData("a;b", "c")]
    [InlineData("", "c")]
    public async Task CookiesThatWouldBecomeOthersAreRefused(string name, string value) =>
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.CookieString(name, value));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{\"a\":1}")]
    public async Task CookiesHaveOneValue(string json) =>
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.CookieValue<JsonElement, ElementCodec>("a", Call.Element(json)));
}
