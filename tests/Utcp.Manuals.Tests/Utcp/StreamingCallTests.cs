using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class StreamingCallTests
{
    [Fact]
    public void Reads_every_field_of_sse()
    {
        var read = ReadManual.Template("""
            {"call_template_type":"sse","name":"n","url":"https://h/{id}","event_type":"e","reconnect":false,"retry_timeout":500,"headers":{"X":"1"},"header_fields":["h"],"body_field":"b",
             "auth":{"auth_type":"api_key","api_key":"${K}"},"allowed_communication_protocols":["sse"]}
            """, "id h b q");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<SseCall>(read.Tool.Call);
        Assert.Equal(("sse", "n", "https://h/{id}", "e", false, TimeSpan.FromMilliseconds(500), "b"), (call.Type, call.Name, call.Url, call.EventType, call.Reconnect, call.RetryTimeout, call.BodyField));
        Assert.Equal([new("X", "1")], call.Headers);
        Assert.Equal(["h"], call.HeaderFields);
        Assert.Equal(["sse"], call.AllowedCommunicationProtocols);
        Assert.IsType<ApiKeyAuth>(call.Auth);
        Assert.Equal("id:Path h:Header b:Body q:Query", read.Placed);
        Assert.Equal(Effects.Unknown, read.Tool.Effects);
    }

    [Fact]
    public void Sse_has_the_defaults_of_the_specification()
    {
        var read = ReadManual.Template("""{"call_template_type":"sse","url":"https://h/"}""", "body");
        var call = Assert.IsType<SseCall>(read.Tool.Call);
        Assert.Equal((null, true, TimeSpan.FromSeconds(30), null), (call.EventType, call.Reconnect, call.RetryTimeout, call.BodyField));
        Assert.Equal("body:Query", read.Placed);
        Assert.Equal(Effects.Safe | Effects.Idempotent, read.Tool.Effects);
    }

    [Fact]
    public void Sse_has_no_timeout_and_no_method()
    {
        var read = ReadManual.Template("""{"call_template_type":"sse","url":"https://h/","timeout":1,"http_method":"GET"}""");
        Assert.Equal(["UTCP007 /tools/0/tool_call_template/timeout", "UTCP007 /tools/0/tool_call_template/http_method"], read.Places);
    }

    [Fact]
    public void Reads_every_field_of_streamable_http()
    {
        var read = ReadManual.Template("""
            {"call_template_type":"streamable_http","name":"n","url":"https://h/{id}","http_method":"POST","content_type":"application/json","chunk_size":16,"timeout":2000,"headers":{"X":"1"},
             "header_fields":["h"],"body_field":"b","auth":{"auth_type":"basic","username":"u","password":"${P}"},"allowed_communication_protocols":["streamable_http"]}
            """, "id h b q");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<StreamableHttpCall>(read.Tool.Call);
        Assert.Equal(
            ("streamable_http", "n", "POST", "application/json", 16, TimeSpan.FromSeconds(2), "b"),
            (call.Type, call.Name, call.Method, call.ContentType, call.ChunkSize, call.Timeout, call.BodyField));
        Assert.Equal([new("X", "1")], call.Headers);
        Assert.Equal(["h"], call.HeaderFields);
        Assert.IsType<BasicAuth>(call.Auth);
        Assert.Equal("id:Path h:Header b:Body q:Query", read.Placed);
    }

    [Theory]
    [InlineData("", 4096, null)]
    [InlineData(",\"chunk_size\":0,\"timeout\":0", 8192, null)]
    [InlineData(",\"chunk_size\":1e3,\"timeout\":1.0", 1000, 1)]
    public void Streamable_http_has_the_defaults_of_the_specification_except_the_timeout(string fields, int chunkSize, int? timeout)
    {
        var read = ReadManual.Template($$"""{"call_template_type":"streamable_http","url":"https://h/"{{fields}}}""", "body");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<StreamableHttpCall>(read.Tool.Call);
        Assert.Equal(("GET", "application/octet-stream", chunkSize, timeout is { } given ? TimeSpan.FromMilliseconds(given) : (TimeSpan?)null, null), (call.Method, call.ContentType, call.ChunkSize, call.Timeout, call.BodyField));
        Assert.Equal("body:Query", read.Placed);
        Assert.Equal(Effects.Safe | Effects.Idempotent, read.Tool.Effects);
    }

    [Fact]
    public void Streamable_http_is_GET_or_POST()
    {
        var read = ReadManual.Template("""{"call_template_type":"streamable_http","url":"https://h/","http_method":"PUT"}""");
        Assert.Equal(["UTCP006 /tools/0/tool_call_template/http_method"], read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Theory]
    [InlineData("\"reconnect\":\"yes\"", "sse", "reconnect")]
    [InlineData("\"retry_timeout\":-1", "sse", "retry_timeout")]
    [InlineData("\"retry_timeout\":\"1\"", "sse", "retry_timeout")]
    [InlineData("\"chunk_size\":1.5", "streamable_http", "chunk_size")]
    [InlineData("\"chunk_size\":1e99", "streamable_http", "chunk_size")]
    [InlineData("\"timeout\":99999999999", "streamable_http", "timeout")]
    public void Numbers_out_of_range_get_their_defaults(string field, string type, string pointer)
    {
        var read = ReadManual.Template($$"""{"call_template_type":"{{type}}","url":"https://h/",{{field}}}""");
        Assert.Equal(["UTCP006 /tools/0/tool_call_template/" + pointer], read.Places);
        Assert.Single(read.Manual.Tools);
    }
}
