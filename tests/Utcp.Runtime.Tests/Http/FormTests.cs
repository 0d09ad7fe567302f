using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Bodies that are forms, with the encodings of an OpenAPI document.</summary>
public sealed class FormTests
{
    private static HttpOperation Form(params PropertyEncoding[] encodings) =>
        new("tool", "POST", "https://h/x") { ContentType = "application/x-www-form-urlencoded", Encodings = encodings };

    private static PropertyEncoding Encoding(ParameterStyle? style, bool explode = false, bool allowReserved = false, string? contentType = null) =>
        new() { Property = "a", Style = style, Explode = explode, AllowReserved = allowReserved, ContentType = contentType };

    [Theory]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":{"b":"1 2","c":[{"d":true},null]}}""", "a%5Bb%5D=1+2&a%5Bc%5D%5B0%5D%5Bd%5D=true")]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":["x","y"],"z":1}""", "a%5B0%5D=x&a%5B1%5D=y&z=1")]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":""}""", "a=")]
    [InlineData(ParameterStyle.Form, false, """{"a":["x","y z"],"z":["1","2"]}""", "a=x,y+z&z=1&z=2")]
    [InlineData(ParameterStyle.Form, true, """{"a":{"b":1,"c":"d&e"}}""", "b=1&c=d%26e")]
    [InlineData(ParameterStyle.PipeDelimited, false, """{"a":["x","y"]}""", "a=x%7Cy")]
    [InlineData(ParameterStyle.SpaceDelimited, false, """{"a":["x","y"]}""", "a=x%20y")]
    [InlineData(ParameterStyle.Form, true, """{"a":[],"z":null}""", "")]
    public async Task Members_follow_their_style(ParameterStyle style, bool explode, string value, string expected)
    {
        var sent = await Call.SentAsync(Form(Encoding(style, explode)), (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element(value)));
        Assert.Equal(expected, sent.Text);
        Assert.Equal("application/x-www-form-urlencoded", sent["Content-Type"]);
    }

    [Fact]
    public async Task Members_without_an_encoding_repeat_arrays_and_hold_objects_as_JSON()
    {
        var sent = await Call.SentAsync(Form(), static (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element("""{"a":["x","y"],"o":{"b":1},"s":"t"}""")));
        Assert.Equal("a=x&a=y&o=%7B%22b%22%3A1%7D&s=t", sent.Text);
    }

    [Theory]
    [InlineData("""{"a":"t"}""", "a=%22t%22")]
    [InlineData("""{"a":["t",1]}""", "a=%5B%22t%22%2C1%5D")]
    [InlineData("""{"a":null}""", "")]
    public async Task Members_of_media_type_JSON_keep_their_quotes(string value, string expected)
    {
        var sent = await Call.SentAsync(Form(Encoding(null, contentType: "application/json")), (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element(value)));
        Assert.Equal(expected, sent.Text);
    }

    [Fact]
    public async Task Reserved_characters_stay_unless_they_would_add_members()
    {
        var sent = await Call.SentAsync(Form(Encoding(ParameterStyle.Form, true, allowReserved: true)), static (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element("""{"a":"https://h/?b&c=d+e"}""")));
        Assert.Equal("a=https://h/?b%26c%3Dd%2Be", sent.Text);
    }

    [Fact]
    public async Task Fields_that_are_arguments_of_their_own_make_one_form()
    {
        var sent = await Call.SentAsync(Form(Encoding(ParameterStyle.Form)), static (ref r) =>
        {
            r.BodyMember<IReadOnlyList<string>, ListCodec<string, StringCodec>>("a", ["x", "y"]);
            r.BodyMember<string, StringCodec>("b", "c d");
            r.BodyMember<string, StringCodec>("n", null);
        });
        Assert.Equal("a=x,y&b=c+d", sent.Text);
    }

    [Theory]
    [InlineData("application/x-ndjson", "[{\"a\":1},2]", "{\"a\":1}\n2\n")]
    [InlineData("application/jsonl", "{\"a\":1}", "{\"a\":1}\n")]
    [InlineData("application/json-seq", "[1,2]", "\u001e1\n\u001e2\n")]
    public async Task Sequences_have_one_value_per_line(string mediaType, string value, string expected)
    {
        var sent = await Call.SentAsync(new("tool", "POST", "https://h/x") { ContentType = mediaType }, (ref r) => r.Body<JsonElement, ElementCodec>(Call.Element(value)));
        Assert.Equal(expected, sent.Text);
    }
}
