using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class WebSocketCallTests
{
    [Fact]
    public void Reads_every_field()
    {
        var read = ReadManual.Template("""
            {"call_template_type":"websocket","name":"n","url":"wss://h/x","message":{"a":"UTCP_ARG_q_UTCP_ARG"},"protocol":"p.v1","keep_alive":false,"response_format":"json","timeout":5,
             "headers":{"X":"1"},"header_fields":["h"],"auth":{"auth_type":"bearer","token":"${T}"},"discovery_url":"https://h/tools","request_data_format":"text","allowed_communication_protocols":["websocket"]}
            """, "q h");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<WebSocketCall>(read.Tool.Call);
        Assert.Equal(
            ("websocket", "n", "wss://h/x", "p.v1", false, "json", TimeSpan.FromSeconds(5), "https://h/tools", "text"),
            (call.Type, call.Name, call.Url, call.Subprotocol, call.KeepAlive, call.ResponseFormat, call.Timeout, call.DiscoveryUrl, call.RequestDataFormat));
        Assert.Equal(JsonKind.Object, call.Message!.Kind);
        Assert.Equal([new("X", "1")], call.Headers);
        Assert.Equal(["h"], call.HeaderFields);
        Assert.False(call.UsesLegacyEnvelope);
        Assert.Equal("q:Message h:Header", read.Placed);
        Assert.Equal(Effects.Unknown, read.Tool.Effects);
    }

    [Fact]
    public void Has_the_defaults_of_the_specification()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"ws://localhost:1/x"}""", "body q");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<WebSocketCall>(read.Tool.Call);
        Assert.Equal((null, null, true, null, TimeSpan.FromSeconds(30), null, null), (call.Message, call.Subprotocol, call.KeepAlive, call.ResponseFormat, call.Timeout, call.DiscoveryUrl, call.RequestDataFormat));
        Assert.False(call.UsesLegacyEnvelope);
        Assert.Equal("body:Message q:Message", read.Placed);
    }

    [Fact]
    public void Request_data_template_is_another_name_of_message()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","request_data_template":"hi UTCP_ARG_q_UTCP_ARG"}""", "q");
        Assert.Empty(read.Problems);
        Assert.Equal("hi UTCP_ARG_q_UTCP_ARG", Assert.IsType<WebSocketCall>(read.Tool.Call).Message!.Text);
        read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","message":"m","request_data_template":"x"}""");
        Assert.Equal(["UTCP007 /tools/0/tool_call_template/request_data_template"], read.Places);
        Assert.Equal("m", Assert.IsType<WebSocketCall>(read.Tool.Call).Message!.Text);
    }

    [Fact]
    public void An_input_that_the_message_does_not_ask_for_is_reported()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/{id}","message":[],"header_fields":["h"]}""".Replace("[]", """{"a":["x UTCP_ARG_q_UTCP_ARG y"]}"""), "q id h lost");
        Assert.Equal(["UTCP012 /tools/0/inputs/properties/lost"], read.Places);
        Assert.Equal("q:Message id:Path h:Header lost:Message", read.Placed);
    }

    [Fact]
    public void A_variable_with_the_name_of_an_input_is_reported_once()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/${id}","message":{"a":"${q}"}}""", "id q");
        Assert.Equal(["UTCP012 /tools/0/tool_call_template/url", "UTCP012 /tools/0/tool_call_template/message/a"], read.Places);
        Assert.Contains("{id}", read.Problems[0].Message);
    }

    [Theory]
    [InlineData("ws://example.com")]
    [InlineData("ws://localhost.evil.com")]
    [InlineData("http://localhost")]
    [InlineData("https://h/")]
    public void Case107_insecure_and_other_URLs_are_reported(string url)
    {
        var read = ReadManual.Template($$"""{"call_template_type":"websocket","url":"{{url}}"}""");
        Assert.Equal(["UTCP201 /tools/0/tool_call_template/url"], read.Places);
    }

    [Theory]
    [InlineData("\"message\":[]", "UTCP006", "message")]
    [InlineData("\"message\":1", "UTCP006", "message")]
    [InlineData("\"protocol\":\"a b\"", "UTCP006", "protocol")]
    [InlineData("\"response_format\":\"xml\"", "UTCP006", "response_format")]
    [InlineData("\"request_data_format\":\"xml\"", "UTCP006", "request_data_format")]
    [InlineData("\"discovery_url\":\"https://{h}/\"", "UTCP202", "discovery_url")]
    [InlineData("\"discovery_url\":\"https://h/{x}\"", "UTCP011", "discovery_url")]
    public void A_field_that_would_change_the_call_leaves_the_tool_out(string field, string code, string pointer)
    {
        var read = ReadManual.Template($$"""{"call_template_type":"websocket","url":"wss://h/",{{field}}}""");
        Assert.Equal([code + " /tools/0/tool_call_template/" + pointer], read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Fact]
    public void An_insecure_discovery_URL_is_reported()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","discovery_url":"http://h/"}""");
        Assert.Equal(["UTCP201 /tools/0/tool_call_template/discovery_url"], read.Places);
        Assert.Single(read.Manual.Tools);
    }

    [Fact]
    public void A_message_that_asks_for_an_input_that_is_not_there_leaves_the_tool_out()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","message":{"a":"UTCP_ARG_regoin_UTCP_ARG"}}""", "region");
        Assert.Equal(["UTCP011 /tools/0/tool_call_template/message"], read.Places);
        Assert.Contains("Did you mean 'region'?", read.Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(read.Manual.Tools);
    }

    [Fact]
    public void A_message_with_all_arguments_asks_for_each()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","message":{"id":"UTCP_REQUEST_ID","tool":"UTCP_TOOL_NAME","args":"UTCP_ALL_ARGS"}}""", "a b");
        Assert.Empty(read.Problems);
        Assert.Equal("a:Message b:Message", read.Placed);
    }

    [Fact]
    public void A_key_may_go_into_the_first_message()
    {
        var read = ReadManual.Template("""{"call_template_type":"websocket","url":"wss://h/","auth":{"auth_type":"api_key","api_key":"${K}","var_name":"token","location":"message"}}""");
        Assert.Empty(read.Problems);
        Assert.Equal(ApiKeyLocation.Message, Assert.IsType<ApiKeyAuth>(read.Tool.Call.Auth).Location);
        read = ReadManual.Template("""{"call_template_type":"http","url":"https://h/","auth":{"auth_type":"api_key","api_key":"${K}","location":"message"}}""");
        Assert.Equal(["UTCP017 /tools/0/tool_call_template/auth/location"], read.Places);
    }

    [Fact]
    public void Parts_of_a_message_are_read_in_one_pass()
    {
        Assert.Equal(
            [(MessagePartKind.Literal, "a "), (MessagePartKind.Argument, "x"), (MessagePartKind.Literal, " UTCP_ARG_"), (MessagePartKind.Variable, "V"), (MessagePartKind.RequestId, ""), (MessagePartKind.Literal, "UTCP_"), (MessagePartKind.ToolName, ""), (MessagePartKind.AllArguments, ""), (MessagePartKind.BareVariable, "W")],
            MessageTemplate.Parse("a UTCP_ARG_x_UTCP_ARG UTCP_ARG_${V}UTCP_REQUEST_IDUTCP_UTCP_TOOL_NAMEUTCP_ALL_ARGS$W").Select(part => (part.Kind, part.Text)));
        Assert.Empty(MessageTemplate.Parse(""));
    }
}
