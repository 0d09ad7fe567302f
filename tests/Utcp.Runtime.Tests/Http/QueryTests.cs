using System.Text.Json;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

public sealed class QueryTests
{
    [Fact]
    public async Task Case020_NumbersAndText()
    {
        var sent = await Call.SentAsync(Call.Get(), static (ref r) =>
        {
            r.QueryInt32("q", 5);
            r.QueryDouble("f", 1.5);
            r.QueryString("s", "a b");
        });
        Assert.Equal("GET", sent.Method);
        Assert.Equal("/x?q=5&f=1.5&s=a%20b", sent.Target);
    }

    [Theory]
    [InlineData(ParameterStyle.Form, "/x?l=a,b%2Cc,d%20e")]
    [InlineData(ParameterStyle.SpaceDelimited, "/x?l=a%20b%2Cc%20d%20e")]
    [InlineData(ParameterStyle.PipeDelimited, "/x?l=a%7Cb%2Cc%7Cd%20e")]
    [InlineData(ParameterStyle.TabDelimited, "/x?l=a%09b%2Cc%09d%20e")]
    public async Task ListsInOnePairHaveTheirDelimiter(ParameterStyle style, string expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.QueryStyled<IReadOnlyList<string>, ListCodec<string, StringCodec>>("l", ["a", "b,c", "d e"], style));
        Assert.Equal(expected, sent.Target);
    }

    [Fact]
    public async Task EmptyListsAreNotSentInOnePairEither() =>
        Assert.Equal("/x", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryStyled<IReadOnlyList<string>, ListCodec<string, StringCodec>>("l", [], ParameterStyle.Form))).Target);

    [Fact]
    public async Task Case021_Boolean() =>
        Assert.Equal("/x?b=true", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryBoolean("b", true))).Target);

    [Fact]
    public async Task Case022_NullIsNotSent()
    {
        var sent = await Call.SentAsync(Call.Get(), static (ref r) =>
        {
            r.QueryString("a", null);
            r.QueryInt32("b", null);
            r.QueryValue<JsonElement, ElementCodec>("c", Call.Element("null"));
            r.QueryValue<string, StringCodec>("d", null);
        });
        Assert.Equal("/x", sent.Target);
    }

    [Fact]
    public async Task Case023_ObjectIsCompactJson() =>
        Assert.Equal("/x?o=%7B%22a%22%3A1%7D", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryValue<JsonElement, ElementCodec>("o", Call.Element("{ \"a\" : 1 }")))).Target);

    [Fact]
    public async Task Case024_ArrayRepeats() =>
        Assert.Equal("/x?l=a&l=b", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryValue<IReadOnlyList<string>, ListCodec<string, StringCodec>>("l", ["a", "b"]))).Target);

    [Fact]
    public async Task Case025_EmptyArrayIsNotSent() =>
        Assert.Equal("/x", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryValue<IReadOnlyList<string>, ListCodec<string, StringCodec>>("l", []))).Target);

    [Fact]
    public async Task Case026_TemplateQueryComesFirst() =>
        Assert.Equal("/x?x=1&x=2", (await Call.SentAsync(Call.Get("https://h/x?x=1"), static (ref r) => r.QueryInt32("x", 2))).Target);

    [Theory]
    [InlineData("https://h/x?", "/x?a=1")]
    [InlineData("https://h/x?b&", "/x?b&a=1")]
    [InlineData("https://h/x#frag", "/x?a=1")]
    [InlineData("https://h/x?b=1#frag?c=2", "/x?b=1&a=1")]
    [InlineData("https://h", "/?a=1")]
    [InlineData("https://h?b=1", "/?b=1&a=1")]
    [InlineData("https://h/é\"|", "/%C3%A9%22%7C?a=1")]
    public async Task AppendsToTheTemplate(string url, string target) =>
        Assert.Equal(target, (await Call.SentAsync(Call.Get(url), static (ref r) => r.QueryInt32("a", 1))).Target);

    [Fact]
    public async Task ElementsFollowTheSameRules() =>
        Assert.Equal(
            "/x?l=true&l=1.50&l=%7B%22a%22%3A%5Bnull%5D%7D&l=%5B1%5D&l=",
            (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryValue<JsonElement, ElementCodec>("l", Call.Element("[true, null, 1.50, {\"a\":[null]}, [1], \"\"]")))).Target);

    [Fact]
    public async Task EscapesNamesAndValues() =>
        Assert.Equal("/x?a%20b=%2B%2F%C3%A9%26%3D%23", (await Call.SentAsync(Call.Get(), static (ref r) => r.QueryString("a b", "+/é&=#"))).Target);

    [Fact]
    public async Task LongValuesGrowTheBuffer()
    {
        var value = new string('é', 5000);
        Assert.Equal("/x?q=" + string.Concat(Enumerable.Repeat("%C3%A9", 5000)), (await Call.SentAsync(Call.Get(), (ref r) => r.QueryString("q", value))).Target);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task NumbersThatAreNoneAreRefused(double value)
    {
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.QueryDouble("q", value));
        var e = await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.QueryValue<double, DoubleCodec>("q", value));
        Assert.Equal("q", e.Argument);
    }

    [Fact]
    public async Task QueryBeforePathKeepsItsOrder()
    {
        var sent = await Call.SentAsync(Call.Get("https://h/{a}/y?t=0"), static (ref r) =>
        {
            r.QueryInt32("p", 1);
            r.QueryInt32("q", 2);
            r.PathString("a", "v");
            r.QueryInt32("s", 3);
        });
        Assert.Equal("/v/y?t=0&p=1&q=2&s=3", sent.Target);
    }
}
