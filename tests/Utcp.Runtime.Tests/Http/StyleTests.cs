using System.Text.Json;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Every cell of the table "Style Examples" of the OpenAPI Specification 3.2, and what the table leaves open.</summary>
public sealed class StyleTests
{
    private const string Text = "\"blue\"";
    private const string List = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, "\"\"", ";color")]
    [InlineData(ParameterStyle.Matrix, false, Text, ";color=blue")]
    [InlineData(ParameterStyle.Matrix, false, List, ";color=blue,black,brown")]
    [InlineData(ParameterStyle.Matrix, false, Object, ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, "\"\"", ";color")]
    [InlineData(ParameterStyle.Matrix, true, Text, ";color=blue")]
    [InlineData(ParameterStyle.Matrix, true, List, ";color=blue;color=black;color=brown")]
    [InlineData(ParameterStyle.Matrix, true, Object, ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, Text, ".blue")]
    [InlineData(ParameterStyle.Label, false, List, ".blue,black,brown")]
    [InlineData(ParameterStyle.Label, false, Object, ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, Text, ".blue")]
    [InlineData(ParameterStyle.Label, true, List, ".blue.black.brown")]
    [InlineData(ParameterStyle.Label, true, Object, ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, Text, "blue")]
    [InlineData(ParameterStyle.Simple, false, List, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, Object, "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, Text, "blue")]
    [InlineData(ParameterStyle.Simple, true, List, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, true, Object, "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.Simple, false, """["a,b/c","\u00e9"]""", "a%2Cb%2Fc,%C3%A9")]
    [InlineData(ParameterStyle.SpaceDelimited, false, List, "blue%20black%20brown")]
    public async Task Paths(ParameterStyle style, bool explode, string value, string expected)
    {
        var sent = await Call.SentAsync(Call.Get("https://h/p/{color}"), (ref r) => r.PathStyled<JsonElement, ElementCodec>("color", Call.Element(value), style, explode));
        Assert.Equal("/p/" + expected, sent.Target);
    }

    [Theory]
    [InlineData(ParameterStyle.Label, "\"\"")]
    [InlineData(ParameterStyle.Simple, "\"\"")]
    [InlineData(ParameterStyle.Simple, "[]")]
    [InlineData(ParameterStyle.Matrix, "{}")]
    [InlineData(ParameterStyle.Matrix, "null")]
    [InlineData(ParameterStyle.Simple, "[\"..\"]")]
    public Task Paths_that_would_be_another_resource_are_refused(ParameterStyle style, string value) =>
        Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get("https://h/p/{color}"), (ref r) => r.PathStyled<JsonElement, ElementCodec>("color", Call.Element(value), style, explode: true));

    [Theory]
    [InlineData(ParameterStyle.Form, false, "\"\"", "?color=")]
    [InlineData(ParameterStyle.Form, false, Text, "?color=blue")]
    [InlineData(ParameterStyle.Form, false, List, "?color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, Object, "?color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "\"\"", "?color=")]
    [InlineData(ParameterStyle.Form, true, Text, "?color=blue")]
    [InlineData(ParameterStyle.Form, true, List, "?color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, true, Object, "?R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, List, "?color=blue%20black%20brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, Object, "?color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.SpaceDelimited, true, List, "?color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.PipeDelimited, false, List, "?color=blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.PipeDelimited, false, Object, "?color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, List, "?color=blue%09black%09brown")]
    [InlineData(ParameterStyle.DeepObject, true, Object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObject, true, Text, "?color=blue")]
    [InlineData(ParameterStyle.DeepObject, true, """["a","b"]""", "?color%5B0%5D=a&color%5B1%5D=b")]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":{"b":[1,{"c":true}],"d":null,"e":{},"f":[]}}""", "?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=true")]
    [InlineData(ParameterStyle.Form, true, "[]", "")]
    [InlineData(ParameterStyle.Form, false, "{}", "")]
    [InlineData(ParameterStyle.Form, true, "null", "")]
    [InlineData(ParameterStyle.Form, true, """[null,"a",null]""", "?color=a")]
    [InlineData(ParameterStyle.Form, false, """{"a":null,"b":"x","c":null}""", "?color=b,x")]
    [InlineData(ParameterStyle.Form, true, """{"a":["x","y"],"b":{"c":1}}""", "?a=x&a=y&b=%7B%22c%22%3A1%7D")]
    [InlineData(ParameterStyle.Form, true, """{"a b":"c&d=e"}""", "?a%20b=c%26d%3De")]
    [InlineData(ParameterStyle.Form, false, """["",""]""", "?color=,")]
    public async Task Queries(ParameterStyle style, bool explode, string value, string expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.QueryStyled<JsonElement, ElementCodec>("color", Call.Element(value), style, explode));
        Assert.Equal("/x" + expected, sent.Target);
    }

    [Theory]
    [InlineData("https://h/x", "/x?a=1&R=100&G=200&B=150&z=2")]
    [InlineData("https://h/x?q=1", "/x?q=1&a=1&R=100&G=200&B=150&z=2")]
    [InlineData("https://h/x?", "/x?a=1&R=100&G=200&B=150&z=2")]
    public async Task Queries_join_what_is_there(string url, string expected)
    {
        var sent = await Call.SentAsync(Call.Get(url), static (ref r) =>
        {
            r.QueryInt32("a", 1);
            r.QueryStyled<JsonElement, ElementCodec>("none", Call.Element("[]"), ParameterStyle.Form);
            r.QueryStyled<JsonElement, ElementCodec>("color", Call.Element(Object), ParameterStyle.Form, explode: true);
            r.QueryInt32("z", 2);
        });
        Assert.Equal(expected, sent.Target);
    }

    [Fact]
    public async Task Queries_may_come_before_the_path()
    {
        var sent = await Call.SentAsync(Call.Get("https://h/{id}/x"), static (ref r) =>
        {
            r.QueryStyled<JsonElement, ElementCodec>("color", Call.Element(Object), ParameterStyle.DeepObject, explode: true);
            r.PathInt32("id", 7);
        });
        Assert.Equal("/7/x?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", sent.Target);
    }

    [Theory]
    [InlineData("a/b?c:d@e!$'()*,;", "a/b?c:d@e!$'()*,;")]
    [InlineData("a&admin=1+2#x[0]", "a%26admin%3D1%2B2%23x%5B0%5D")]
    [InlineData("%41 %zz%4", "%41%20%25zz%254")]
    [InlineData("\u00e9 \"", "%C3%A9%20%22")]
    public async Task Reserved_characters_stay_unless_they_would_end_the_value(string value, string expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.QueryStyled<string, StringCodec>("q", value, ParameterStyle.Form, explode: true, allowReserved: true));
        Assert.Equal("/x?q=" + expected, sent.Target);
    }

    [Fact]
    public async Task Reserved_characters_never_leave_a_path_segment()
    {
        var sent = await Call.SentAsync(Call.Get("https://h/p/{a}/x"), static (ref r) => r.PathStyled<string, StringCodec>("a", "b:c/d?e#f;g=h", ParameterStyle.Simple, allowReserved: true));
        Assert.Equal("/p/b:c%2Fd%3Fe%23f;g=h/x", sent.Target);
        await Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get("https://h/p/{a}/x"), static (ref r) => r.PathStyled<string, StringCodec>("a", "%2e.", ParameterStyle.Simple, allowReserved: true));
    }

    [Theory]
    [InlineData(false, "\"\"", "")]
    [InlineData(false, Text, "blue")]
    [InlineData(false, List, "blue,black,brown")]
    [InlineData(false, Object, "R,100,G,200,B,150")]
    [InlineData(true, List, "blue,black,brown")]
    [InlineData(true, Object, "R=100,G=200,B=150")]
    [InlineData(true, "[\"a b/c\"]", "a b/c")]
    [InlineData(true, "[]", null)]
    [InlineData(true, "null", null)]
    public async Task Headers(bool explode, string value, string? expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.HeaderStyled<JsonElement, ElementCodec>("X-Color", Call.Element(value), ParameterStyle.Simple, explode));
        Assert.Equal(expected, sent["X-Color"]);
    }

    [Theory]
    [InlineData("""{"a":"b\r\nX-Admin: 1"}""")]
    [InlineData("""{"a\n":"b"}""")]
    [InlineData("\"\\u00e9\"")]
    public Task Headers_cannot_be_split(string value) =>
        Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.HeaderStyled<JsonElement, ElementCodec>("X-Color", Call.Element(value), ParameterStyle.Simple, explode: true));

    [Theory]
    [InlineData(ParameterStyle.Form, false, "\"\"", "color=")]
    [InlineData(ParameterStyle.Form, false, Text, "color=blue")]
    [InlineData(ParameterStyle.Form, false, List, "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, Object, "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, List, "color=blue; color=black; color=brown")]
    [InlineData(ParameterStyle.Form, true, Object, "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Cookie, false, "\"\"", "color=")]
    [InlineData(ParameterStyle.Cookie, false, Text, "color=blue")]
    [InlineData(ParameterStyle.Cookie, false, List, "color=blue,black,brown")]
    [InlineData(ParameterStyle.Cookie, false, Object, "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Cookie, true, Text, "color=blue")]
    [InlineData(ParameterStyle.Cookie, true, List, "color=blue; color=black; color=brown")]
    [InlineData(ParameterStyle.Cookie, true, Object, "R=100; G=200; B=150")]
    [InlineData(ParameterStyle.Form, true, "\"a; admin=1\"", "color=a%3B%20admin%3D1")]
    [InlineData(ParameterStyle.Cookie, true, "\"a%2Fb/c==\"", "color=a%2Fb/c==")]
    [InlineData(ParameterStyle.Form, true, "[]", null)]
    public async Task Cookies(ParameterStyle style, bool explode, string value, string? expected)
    {
        var sent = await Call.SentAsync(Call.Get(), (ref r) => r.CookieStyled<JsonElement, ElementCodec>("color", Call.Element(value), style, explode));
        Assert.Equal(expected, sent["Cookie"]);
    }

    [Theory]
    [InlineData("a", "\"b; admin=1\"")]
    [InlineData("a", "\"b c\"")]
    [InlineData("a", """{"b=c; d":"e"}""")]
    [InlineData("a b", "\"c\"")]
    public Task Cookies_cannot_be_split(string name, string value) =>
        Call.FailsUnsentAsync<UtcpArgumentException>(Call.Get(), (ref r) => r.CookieStyled<JsonElement, ElementCodec>(name, Call.Element(value), ParameterStyle.Cookie, explode: true));

    [Fact]
    public async Task Cookies_keep_reserved_characters_on_request()
    {
        var sent = await Call.SentAsync(Call.Get(), static (ref r) =>
        {
            r.CookieInt32("n", 1);
            r.CookieStyled<string, StringCodec>("s", "a/b==; c", ParameterStyle.Form, explode: true, allowReserved: true);
        });
        Assert.Equal("n=1; s=a/b==%3B%20c", sent["Cookie"]);
    }
}
