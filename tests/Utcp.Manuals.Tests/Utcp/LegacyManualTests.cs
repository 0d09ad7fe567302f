using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class LegacyManualTests
{
    [Fact]
    public void Case003_a_manual_of_version_0_is_migrated()
    {
        var read = ReadManual.From("""{"version":"1.0","tools":[{"name":"t","tool_provider":{"provider_type":"http","url":"https://h/x"}}]}""");
        Assert.Equal(["UTCP008 /version"], read.Places);
        Assert.True(read.Manual.IsLegacy);
        Assert.Equal("1.0", read.Manual.Version);
        Assert.True(read.Tool.IsLegacy);
        Assert.Equal("https://h/x", Assert.IsType<HttpCall>(read.Tool.Call).Url);
    }

    [Fact]
    public void Every_old_name_is_understood()
    {
        var read = ReadManual.From("""
            {"version":"2.0","provider_info":{"name":"P","version":"1","description":"D"},"tools":[
             {"name":"a","provider":{"provider_type":"http","url":"https://h/{id}","method":"put","auth":{"auth_type":"bearer","token":"${T}"}},
              "parameters":{"type":"object","properties":{"id":{"type":"string"},"x":{"type":"string"}}},"output":{"type":"object"}},
             {"name":"b","tool_provider":{"name":"n","provider_type":"http_stream","url":"https://h/b","http_method":"POST","auth":{"auth_type":"none"}}},
             {"name":"c","tool_provider":{"type":"sse","url":"https://h/c"}},
             {"name":"d","tool_provider":{"url":"https://h/d"}},
             {"name":"e","tool_provider":{"provider_type":"text","file_path":"m.json"}},
             {"name":"f","tool_call_template":{"provider_type":"http","url":"https://h/f"}}]}
            """);
        Assert.Equal(["UTCP008 /version", "UTCP009 /tools/4/tool_provider/provider_type"], read.Places);
        var manual = read.Manual;
        Assert.Equal(("P", "D", "2.0"), (manual.Title, manual.Description, manual.Version));
        Assert.All(manual.Tools, tool => Assert.True(tool.IsLegacy));
        var put = Assert.IsType<HttpCall>(manual.Tools[0].Call);
        Assert.Equal(("PUT", "Bearer ${T}"), (put.Method, Assert.IsType<ApiKeyAuth>(put.Auth).ApiKey));
        Assert.Equal(["id:Path", "x:BodyMember"], manual.Tools[0].Parameters.Select(parameter => parameter.Name + ":" + parameter.Location));
        Assert.NotNull(manual.Tools[0].Result);
        Assert.NotNull(manual.Tools[0].OutputsSchema);
        Assert.Equal("POST", Assert.IsType<StreamableHttpCall>(manual.Tools[1].Call).Method);
        Assert.Null(manual.Tools[1].Call.Auth);
        Assert.IsType<SseCall>(manual.Tools[2].Call);
        Assert.IsType<HttpCall>(manual.Tools[3].Call);
        Assert.Equal("file", manual.Tools[4].Call.Type);
        Assert.IsType<HttpCall>(manual.Tools[5].Call);
    }

    [Theory]
    [InlineData("POST", "", "a:BodyMember body:BodyMember h:Header")]
    [InlineData("PUT", "", "a:BodyMember body:BodyMember h:Header")]
    [InlineData("PATCH", "", "a:BodyMember body:BodyMember h:Header")]
    [InlineData("GET", "", "a:Query body:Body h:Header")]
    [InlineData("DELETE", "", "a:Query body:Body h:Header")]
    [InlineData("POST", ",\"body_field\":\"a\"", "a:Body body:Query h:Header")]
    [InlineData("POST", ",\"body_field\":null", "a:Query body:Query h:Header")]
    public void Case039_without_body_field_all_inputs_form_the_body(string method, string field, string placed)
    {
        var read = ReadManual.From($$$"""
            {"version":"1","tools":[{"name":"t","inputs":{"type":"object","properties":{"a":{"type":"string"},"body":{"type":"string"},"h":{"type":"string"} } },
             "tool_provider":{"provider_type":"http","url":"https://h/","http_method":"{{{method}}}","header_fields":["h"]{{{field}}} } }]}
            """);
        Assert.Equal(["UTCP008 /version"], read.Places);
        Assert.Equal(placed, read.Placed);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"message\":\"m\"", false)]
    [InlineData(",\"request_data_format\":\"json\"", false)]
    public void Web_sockets_speak_the_old_envelope(string field, bool expected)
    {
        var read = ReadManual.From($$$"""{"version":"1","tools":[{"name":"t","tool_provider":{"provider_type":"websocket","url":"wss://h/","discovery_url":"https://h/d"{{{field}}} } }]}""");
        Assert.Equal(["UTCP008 /version"], read.Places);
        Assert.Equal(expected, Assert.IsType<WebSocketCall>(read.Tool.Call).UsesLegacyEnvelope);
    }

    [Fact]
    public void Old_and_new_tools_may_stand_together()
    {
        var read = ReadManual.Of(ReadManual.HttpTool("a"), """{"name":"b","tool_provider":{"provider_type":"http","url":"https://h/"}}""", """{"name":"c","provider":{"provider_type":"http","url":"https://h/"}}""");
        Assert.Equal(["UTCP008 /tools/1/tool_provider"], read.Places);
        Assert.Equal([false, true, true], read.Manual.Tools.Select(tool => tool.IsLegacy));
    }

    [Fact]
    public void New_names_win_over_old_ones()
    {
        var read = ReadManual.Of("""
            {"name":"a","tool_call_template":{"call_template_type":"http","url":"https://h/new"},"tool_provider":{"provider_type":"http","url":"https://h/old"},
             "inputs":{"properties":{"n":{"type":"string"}}},"parameters":{"properties":{"o":{"type":"string"}}}}
            """);
        Assert.Equal(["UTCP007 /tools/0/tool_provider", "UTCP007 /tools/0/parameters"], read.Places);
        Assert.Equal("https://h/new", Assert.IsType<HttpCall>(read.Tool.Call).Url);
        Assert.Equal("n:Query", read.Placed);
    }

    [Fact]
    public void Problems_point_at_what_was_written()
    {
        var read = ReadManual.Of("""{"name":"a","provider":{"provider_type":"http","url":"http://evil.com","nonsense":1},"parameters":7}""");
        Assert.Equal(["UTCP008 /tools/0/provider", "UTCP007 /tools/0/provider/nonsense", "UTCP016 /tools/0/parameters", "UTCP201 /tools/0/provider/url"], read.Places);
    }
}
