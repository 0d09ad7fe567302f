using System.Text.Json;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Parameters with <c>content</c>, and the whole query.</summary>
public sealed class ContentParameterTests
{
    [Theory]
    [InlineData("\"a b\"", "application/json", "%22a%20b%22")]
    [InlineData("""{"a":[1,null]}""", "application/json; charset=utf-8", "%7B%22a%22%3A%5B1%2Cnull%5D%7D")]
    [InlineData("[1,2]", "application/vnd.x+json", "%5B1%2C2%5D")]
    [InlineData("\"a b\"", "text/plain", "a%20b")]
    [InlineData("5", "text/plain", "5")]
    [InlineData("\"<a/>\"", "application/xml", "%3Ca%2F%3E")]
    [InlineData("""{"a":"b c"}""", "application/x-www-form-urlencoded", "a%3Db%2Bc")]
    public async Task Values_are_written_in_their_media_type(string value, string mediaType, string expected)
    {
        var sent = await Call.SentAsync(Call.Get("https://h/{p}"), (ref r) =>
        {
            r.PathContent<JsonElement, ElementCodec>("p", Call.Element(value), mediaType);
            r.QueryContent<JsonElement, ElementCodec>("q", Call.Element(value), mediaType);
            r.CookieContent<JsonElement, ElementCodec>("c", Call.Element(value), mediaType);
        });
        Assert.Equal($"/{expected}?q={expected}", sent.Target);
        Assert.Equal("c=" + expected, sent["Cookie"]);
    }

    [Theory]
    [InlineData("""{"a":"\u00e9\ud83d\ude00"}""", "application/json", """{"a":"\u00e9\ud83d\ude00"}""")]
    [InlineData("\"a\"", "application/json", "\"a\"")]
    [InlineData("\"a\"", "text/plain", "a")]
    public async Task Headers_hold_ASCII_JSON(string value, string mediaType, string expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.HeaderContent<JsonElement, ElementCodec>("X-V", Call.Element(value), mediaType));
        Assert.Equal(expected, sent["X-V"]);
    }

    [Fact]
    public async Task Null_is_not_sent()
    {
        var sent = await Call.SentAsync(Call.Get(), static (ref r) =>
        {
            r.QueryContent<string, StringCodec>("q", null, "application/json");
            r.HeaderContent<JsonElement, ElementCodec>("X-V", Call.Element("null"), "application/json");
            r.CookieContent<string, StringCodec>("c", null, "application/json");
            r.QueryStringContent<string, StringCodec>("all", null, "application/json");
        });
        Assert.Equal("/x", sent.Target);
        Assert.Null(sent["X-V"]);
        Assert.Null(sent["Cookie"]);
    }

    [Theory]
    [InlineData("[1]", "text/plain")]
    [InlineData("[1]", "application/x-www-form-urlencoded")]
    public Task Values_that_do_not_fit_are_refused(string value, string mediaType) =>
        Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.QueryContent<JsonElement, ElementCodec>("q", Call.Element(value), mediaType));

    [Theory]
    [InlineData("""{"a":"b c","d":["e","f"],"n":null}""", "application/x-www-form-urlencoded", "?a=b+c&d=e&d=f")]
    [InlineData("""{"numbers":[1,2],"flag":null}""", "application/json", "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D")]
    [InlineData("\"$.a.b[1:1]\"", "text/plain", "?%24.a.b%5B1%3A1%5D")]
    [InlineData("{}", "application/x-www-form-urlencoded", "")]
    public async Task One_value_can_be_the_whole_query(string value, string mediaType, string expected)
    {
        var sent = await Call.SentAsync(Call.Get("https://h/{p}/x"), (ref r) =>
        {
            r.QueryStringContent<JsonElement, ElementCodec>("all", Call.Element(value), mediaType);
            r.PathInt32("p", 1);
        });
        Assert.Equal("/1/x" + expected, sent.Target);
    }
}
