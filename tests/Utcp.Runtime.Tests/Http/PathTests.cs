using System.Text.Json;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

public sealed class PathTests
{
    private const string User = "https://h/u/{id}";

    [Fact]
    public async Task Case027_ValuesAreEscaped() =>
        Assert.Equal("/u/a%2Fb%20c%2B%C3%A9", (await Call.SentAsync(Call.Get(User), static (ref r) => r.PathString("id", "a/b c+é"))).Target);

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task Case028_DotSegmentsAreRefused(string value)
    {
        var e = await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(User), (ref r) => r.PathString("id", value));
        Assert.Equal("id", e.Argument);
        Assert.Equal("tool", e.Tool);
    }

    [Fact]
    public async Task Case029_PercentIsEscaped()
    {
        Assert.Equal("/u/%252e%252e", (await Call.SentAsync(Call.Get(User), static (ref r) => r.PathString("id", "%2e%2e"))).Target);
        Assert.Equal("/u/..%2F", (await Call.SentAsync(Call.Get(User), static (ref r) => r.PathString("id", "../"))).Target);
    }

    [Fact]
    public async Task Case030_MissingIsNamed()
    {
        Assert.Equal("id", (await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(User))).Argument);
        Assert.Equal("id", (await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(User), static (ref r) => r.PathString("id", null))).Argument);
        Assert.Equal("id", (await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(User), static (ref r) => r.PathValue<JsonElement, ElementCodec>("id", Call.Element("null")))).Argument);
        Assert.Contains("\"id\"", (await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(User), static (ref r) => r.PathInt32("id", null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case031_PlaceholdersMayRepeat()
    {
        var sent = await Call.SentAsync(Call.Get("https://h/u/{id}/friends/{id}"), static (ref r) =>
        {
            r.PathInt32("id", 7);
            r.PathInt32("id", 7);
        });
        Assert.Equal("/u/7/friends/7", sent.Target);
    }

    [Theory]
    [InlineData("https://{h}/")]
    [InlineData("https://a{h}.example.com/x")]
    [InlineData("https://h:{h}/")]
    [InlineData("{h}://h/")]
    [InlineData("${BASE}{h}/x")]
    public async Task Case032_PlaceholdersInTheOriginAreRefused(string url) =>
        await Call.FailsUnsentAsync<UtcpUrlException>(Call.Get(url), static (ref r) => r.PathString("h", "evil"), null, ("BASE", "https://h"));

    [Theory]
    [InlineData("https://h/{a}{b}/z", ".", ".")]
    [InlineData("https://h/.{a}{b}", "", ".")]
    [InlineData("https://h/%2e{a}{b}/z", ".", "")]
    [InlineData("https://h/{a}{b}?q", "", "")]
    public async Task DotSegmentsOfSeveralPiecesAreRefused(string url, string a, string b) =>
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(url), (ref r) =>
        {
            r.PathString("a", a);
            r.PathString("b", b);
        });

    [Theory]
    [InlineData("https://h/x{a}y", "", "/xy")]
    [InlineData("https://h/...{a}", "", "/...")]
    [InlineData("https://h/f?a={a}", "..", "/f?a=..")]
    [InlineData("https://h/f?a={a}", "", "/f?a=")]
    [InlineData("https://h/f#{a}", "..", "/f")]
    [InlineData("https://h/{a}", "{b}", "/%7Bb%7D")]
    [InlineData("https://h/{}/{a}", "1", "/%7B%7D/1")]
    public async Task OtherPlacesAreFree(string url, string a, string target) =>
        Assert.Equal(target, (await Call.SentAsync(Call.Get(url), (ref r) => r.PathString("a", a))).Target);

    [Fact]
    public async Task EveryKindOfValue()
    {
        var sent = await Call.SentAsync(Call.Get("https://h/{a}/{b}/{c}/{d}/{e}/{f}"), static (ref r) =>
        {
            r.PathBoolean("a", true);
            r.PathInt64("b", -9007199254740993);
            r.PathDouble("c", 0.1);
            r.PathDecimal("d", 1.50m);
            r.PathValue<JsonElement, ElementCodec>("e", Call.Element("[1, \"a,b\", null, true]"));
            r.PathValue<JsonElement, ElementCodec>("f", Call.Element("{\"k\": 1}"));
        });
        Assert.Equal("/true/-9007199254740993/0.1/1.50/1,a%2Cb,true/%7B%22k%22%3A1%7D", sent.Target);
    }

    [Fact]
    public async Task WhatIsSentIsWhatWasBuilt()
    {
        var seen = "";
        await using var server = await TestServer.StartAsync(c =>
        {
            seen = c.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            return TestServer.JsonAsync(c, "{}");
        });
        using var channel = Call.Channel(null);
        await Call.ElementAsync(channel, Call.Get(server.Url + "/u/{id}?x=%7e"), static (ref r) => r.PathString("id", "%2e%2e/é"));
        Assert.Equal("/u/%252e%252e%2F%C3%A9?x=%7e", seen);
    }
}
