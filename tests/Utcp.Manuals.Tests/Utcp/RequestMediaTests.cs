using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Tests.OpenApi;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class RequestMediaTests
{
    [Theory]
    [InlineData("http", "", "string", "application/json")]
    [InlineData("http", "\"content_type\":\"text/plain\",", "object", "text/plain")]
    [InlineData("streamable_http", "", "string", "application/octet-stream")]
    [InlineData("streamable_http", "", "object", "application/json")]
    [InlineData("streamable_http", "\"content_type\":\"application/x-ndjson\",", "object", "application/x-ndjson")]
    [InlineData("sse", "", "string", "application/json")]
    public void A_body_has_the_media_type_of_the_template_or_that_which_can_only_be_meant(string protocol, string contentType, string type, string expected)
    {
        var read = ReadManual.Of($$"""
            {"name":"t","inputs":{"properties":{"body":{"type":"{{type}}"} } },"tool_call_template":{"call_template_type":"{{protocol}}","url":"https://h/",{{contentType}}"body_field":"body"} }
            """);
        Assert.Equal(expected, RequestMedia.OfBody(read.Tool, (HttpFamilyCall)read.Tool.Call, read.Manual.Schemas));
    }

    [Theory]
    [InlineData("string", "application/octet-stream")]
    [InlineData("object", "application/json")]
    public void The_schema_of_a_body_may_stand_elsewhere(string type, string expected)
    {
        var read = ReadManual.Of($$$"""
            {"name":"t","inputs":{"properties":{"body":{"$ref":"#/tools/0/inputs/$defs/b"}},"$defs":{"b":{"type":"{{{type}}}"}} },
             "tool_call_template":{"call_template_type":"streamable_http","url":"https://h/","body_field":"body"}}
            """);
        Assert.Equal(expected, RequestMedia.OfBody(read.Tool, (HttpFamilyCall)read.Tool.Call, read.Manual.Schemas));
    }

    [Fact]
    public void The_result_is_asked_for_unless_somebody_says_what_to_accept()
    {
        var tool = ReadApi.Operation("""
            "responses":{"200":{"description":"","content":{"text/csv":{},"application/json":{"schema":{"type":"string"}}}}}
            """).Tool;
        Assert.Equal([new("X-A", "1"), new("Accept", "application/json")], RequestMedia.WithAccept([new("X-A", "1")], tool));
        Assert.Equal([new("accept", "text/csv")], RequestMedia.WithAccept([new("accept", "text/csv")], tool));
        Assert.Empty(RequestMedia.WithAccept([], tool with { Parameters = [Header("accept")] }));
        Assert.Single(RequestMedia.WithAccept([], tool with { Parameters = [Header("X-Accept")] }));
        Assert.Empty(RequestMedia.WithAccept([], ReadManual.Http().Tool));
    }

    [Fact]
    public void A_stream_is_asked_for_in_place_of_the_value()
    {
        var tool = ReadApi.Operation("""
            "responses":{"200":{"description":"","content":{"application/json":{},"text/event-stream":{}}}}
            """).Tool;
        Assert.Equal([new("X-A", "1"), new("Accept", "text/event-stream")], RequestMedia.WithStreamAccept([new("accept", "application/json"), new("X-A", "1")], tool));
        Assert.Equal([new("Accept", "a/b")], RequestMedia.WithStreamAccept([new("Accept", "a/b")], tool with { StreamContent = null, StreamMediaType = null }));
    }

    private static Parameter Header(string name) => new() { Name = name, WireName = name, Location = ParameterLocation.Header, Schema = new TextSchema(), Span = default };
}
