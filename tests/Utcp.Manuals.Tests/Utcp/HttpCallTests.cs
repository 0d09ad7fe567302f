using Utcp.Manuals.Model;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class HttpCallTests
{
    [Fact]
    public void Reads_every_field()
    {
        var read = ReadManual.Http("""
            "name":"n","http_method":"PATCH","content_type":"text/plain; charset=utf-8","headers":{"X-A":"1","Accept":"text/plain"},"body_field":"b","header_fields":["h"],"timeout":1500,
            "auth":{"auth_type":"api_key","api_key":"${K}"},"auth_tools":{"auth_type":"basic","username":"u","password":"${P}"},"allowed_communication_protocols":[]
            """, "b h q");
        Assert.Empty(read.Problems);
        var call = Assert.IsType<HttpCall>(read.Tool.Call);
        Assert.Equal(("http", "n", "https://h/x", "PATCH", "text/plain; charset=utf-8", "b"), (call.Type, call.Name, call.Url, call.Method, call.ContentType, call.BodyField));
        Assert.Equal("\"https://h/x\"", read.TextAt(call.UrlSpan));
        Assert.StartsWith("{\"call_template_type\"", read.TextAt(call.Span));
        Assert.Equal([new("X-A", "1"), new("Accept", "text/plain")], call.Headers);
        Assert.Equal(["h"], call.HeaderFields);
        Assert.Equal(TimeSpan.FromSeconds(1.5), call.Timeout);
        Assert.IsType<ApiKeyAuth>(call.Auth);
        Assert.IsType<BasicAuth>(call.AuthTools);
        Assert.Empty(call.AllowedCommunicationProtocols!);
        Assert.Equal("b:Body h:Header q:Query", read.Placed);
        Assert.Equal(Effects.Unknown, read.Tool.Effects);
    }

    [Fact]
    public void Has_the_defaults_of_the_specification()
    {
        var call = Assert.IsType<HttpCall>(ReadManual.Http().Tool.Call);
        Assert.Equal(("GET", "application/json", "body"), (call.Method, call.ContentType, call.BodyField));
        Assert.Empty(call.Headers);
        Assert.Empty(call.HeaderFields);
        Assert.Null(call.Auth);
        Assert.Null(call.AuthTools);
        Assert.Null(call.Timeout);
        Assert.Null(call.AllowedCommunicationProtocols);
    }

    [Theory]
    [InlineData("GET", Effects.Safe | Effects.Idempotent)]
    [InlineData("HEAD", Effects.Safe | Effects.Idempotent)]
    [InlineData("OPTIONS", Effects.Safe | Effects.Idempotent)]
    [InlineData("PUT", Effects.Idempotent)]
    [InlineData("DELETE", Effects.Idempotent | Effects.Destructive)]
    [InlineData("POST", Effects.Unknown)]
    [InlineData("PATCH", Effects.Unknown)]
    [InlineData("PURGE", Effects.Unknown)]
    public void Any_method_is_accepted_and_says_what_a_call_does(string method, Effects effects)
    {
        var read = ReadManual.Http($"\"http_method\":\"{method}\"");
        Assert.Empty(read.Problems);
        Assert.Equal(method, Assert.IsType<HttpCall>(read.Tool.Call).Method);
        Assert.Equal(effects, read.Tool.Effects);
    }

    [Fact]
    public void Case047_a_lower_case_method_is_accepted_with_a_warning()
    {
        var read = ReadManual.Http("\"http_method\":\"get\"");
        Assert.Equal(["UTCP006 /tools/0/tool_call_template/http_method"], read.Places);
        Assert.Contains("GET", read.Problems[0].Message);
        Assert.Equal("GET", Assert.IsType<HttpCall>(read.Tool.Call).Method);
    }

    [Theory]
    [InlineData("\"http_method\":\"GE T\"", "http_method")]
    [InlineData("\"http_method\":\"\"", "http_method")]
    [InlineData("\"http_method\":\"CONNECT\"", "http_method")]
    [InlineData("\"http_method\":1", "http_method")]
    [InlineData("\"content_type\":\"json\"", "content_type")]
    [InlineData("\"content_type\":\"a/b\\r\\nX: y\"", "content_type")]
    [InlineData("\"content_type\":[]", "content_type")]
    [InlineData("\"body_field\":1", "body_field")]
    [InlineData("\"headers\":[]", "headers")]
    [InlineData("\"headers\":{\"X\":{}}", "headers/X")]
    [InlineData("\"headers\":{\"X Y\":\"v\"}", "headers/X Y")]
    [InlineData("\"headers\":{\"X\":\"a\\r\\nEvil: 1\"}", "headers/X")]
    [InlineData("\"header_fields\":\"h\"", "header_fields")]
    [InlineData("\"header_fields\":[1]", "header_fields/0")]
    [InlineData("\"header_fields\":[\"q\",\"a b\"]", "header_fields/1")]
    [InlineData("\"header_fields\":[\"Host\"]", "header_fields/0")]
    [InlineData("\"allowed_communication_protocols\":\"http\"", "allowed_communication_protocols")]
    public void A_field_that_would_change_the_request_leaves_the_tool_out(string field, string pointer)
    {
        var read = ReadManual.Http(field, "q");
        Assert.Contains("UTCP006 /tools/0/tool_call_template/" + pointer, read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Fact]
    public void A_header_that_is_a_number_is_read_as_its_text()
    {
        var read = ReadManual.Http("\"headers\":{\"X\":2,\"Y\":true,\"Z\":null}");
        Assert.Equal(["UTCP006 /tools/0/tool_call_template/headers/X", "UTCP006 /tools/0/tool_call_template/headers/Y"], read.Places);
        Assert.Equal([new("X", "2"), new("Y", "true")], Assert.IsType<HttpCall>(read.Tool.Call).Headers);
    }

    [Fact]
    public void Of_two_headers_that_differ_in_case_the_last_counts()
    {
        var read = ReadManual.Http("\"headers\":{\"X\":\"1\",\"x\":\"2\"}");
        Assert.Equal(["UTCP004 /tools/0/tool_call_template/headers/x"], read.Places);
        Assert.Equal([new("x", "2")], Assert.IsType<HttpCall>(read.Tool.Call).Headers);
    }

    [Fact]
    public void Placeholders_are_required_and_may_repeat()
    {
        var read = ReadManual.Http("", "id q", "https://h/u/{id}/friends/{id}?q=1");
        Assert.Empty(read.Problems);
        Assert.Equal("id:Path q:Query", read.Placed);
        Assert.Equal([true, false], read.Tool.Parameters.Select(parameter => parameter.Required));
    }

    [Fact]
    public void One_input_may_feed_several_places()
    {
        var read = ReadManual.Http("\"header_fields\":[\"a\"],\"body_field\":\"a\"", "a", "https://h/{a}");
        Assert.Empty(read.Problems);
        Assert.Equal("a:Path a:Header a:Body", read.Placed);
        Assert.All(read.Tool.Parameters, parameter => Assert.True(parameter.Required));
    }

    [Fact]
    public void Body_is_the_body_by_default() => Assert.Equal("body:Body q:Query", ReadManual.Http("\"http_method\":\"POST\"", "body q").Placed);

    [Fact]
    public void Case038_inputs_of_a_POST_travel_in_the_query() => Assert.Equal("a:Query", ReadManual.Http("\"http_method\":\"POST\"", "a").Placed);

    [Fact]
    public void Case040_body_field_null_turns_the_body_off()
    {
        var read = ReadManual.Http("\"body_field\":null", "body");
        Assert.Empty(read.Problems);
        Assert.Null(Assert.IsType<HttpCall>(read.Tool.Call).BodyField);
        Assert.Equal("body:Query", read.Placed);
    }

    [Fact]
    public void A_placeholder_without_input_leaves_the_tool_out()
    {
        var read = ReadManual.Http("", "user_id", "https://h/{userid}");
        Assert.Equal(["UTCP011 /tools/0/tool_call_template/url"], read.Places);
        Assert.Contains("'user_id'", read.Problems[0].Message);
        Assert.Empty(read.Manual.Tools);
    }

    [Fact]
    public void Fields_that_name_no_input_are_reported()
    {
        var read = ReadManual.Http("\"header_fields\":[\"X-A\",\"x-b\"],\"body_field\":\"payload\"", "x-a x-b");
        Assert.Equal(["UTCP007 /tools/0/tool_call_template/header_fields/0", "UTCP007 /tools/0/tool_call_template/body_field"], read.Places);
        Assert.Contains("'x-a'", read.Problems[0].Message);
        Assert.Equal("x-a:Query x-b:Header", read.Placed);
    }

    [Theory]
    [InlineData("https://{h}/")]
    [InlineData("https://h:{h}/")]
    [InlineData("{h}/x")]
    public void Case032_a_placeholder_that_chooses_the_server_is_refused(string url)
    {
        var read = ReadManual.Http("", "h", url);
        Assert.Equal(["UTCP202 /tools/0/tool_call_template/url"], read.Places);
        Assert.Empty(read.Manual.Tools);
    }

    [Theory]
    [InlineData("http://localhost:5000/x", true)]
    [InlineData("http://localhost.evil.com/x", false)]
    [InlineData("http://127.0.0.1.evil.com", false)]
    [InlineData("http://example.com", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://[::ffff:127.0.0.1]/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("https://user:pw@h/", false)]
    [InlineData("https://h/{a b}/${V}?$select=x", true)]
    [InlineData("http://${HOST}/x", true)]
    [InlineData("${BASE}/x", true)]
    [InlineData("/x", false)]
    [InlineData("http://evil.com/${V}", false)]
    public void Cases054_to_059_insecure_URLs_are_reported_and_the_tool_stays(string url, bool isAllowed)
    {
        var read = ReadManual.Of($$$"""{"name":"t","inputs":{"properties":{"a b":{"type":"string"} } },"tool_call_template":{"call_template_type":"http","url":"{{{url}}}" } }""");
        Assert.Equal(isAllowed ? [] : ["UTCP201 /tools/0/tool_call_template/url"], read.Places);
        Assert.Single(read.Manual.Tools);
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc", true)]
    [InlineData("X-Api-Key", "abc", true)]
    [InlineData("Authorization", "Bearer ${TOKEN}", false)]
    [InlineData("authorization", "$TOKEN", false)]
    [InlineData("Accept", "abc", false)]
    [InlineData("Idempotency-Key", "abc", false)]
    [InlineData("X-Api-Key", "", false)]
    public void Secrets_in_static_headers_are_reported(string name, string value, bool isReported)
    {
        var read = ReadManual.Http($"\"headers\":{{\"{name}\":\"{value}\"}}");
        Assert.Equal(isReported ? ["UTCP203 /tools/0/tool_call_template/headers/" + name] : [], read.Places);
        Assert.All(read.Problems, problem => Assert.DoesNotContain("abc", problem.Message));
        Assert.Single(read.Manual.Tools);
    }

    [Fact]
    public void Variables_are_listed_once_in_order()
    {
        var read = ReadManual.Http("""
            "headers":{"X-V":"$B ${B}","Authorization":"Bearer ${T}"},"auth":{"auth_type":"api_key","api_key":"${A}","var_name":"${N}"},"x-note":"${NOT_USED}","unknown":"${NOR_THIS}"
            """, "", "https://${H}/$select?k=${MY_KEY}");
        Assert.Equal(
            ["H required", "select", "MY_KEY required secret", "B required", "T required secret", "A required secret", "N required"],
            read.Tool.Variables.Select(variable => variable.Name + (variable.Required ? " required" : "") + (variable.Secret ? " secret" : "")));
        Assert.Equal("\"$B ${B}\"", read.TextAt(read.Tool.Variables[3].Span));
    }

    [Fact]
    public void Case081_a_dollar_sign_in_a_header_is_an_optional_variable()
    {
        var variable = Assert.Single(ReadManual.Http("\"headers\":{\"X\":\"US$5\"}").Tool.Variables);
        Assert.Equal(("5", false), (variable.Name, variable.Required));
    }

    [Fact]
    public void Case082_a_text_with_a_schema_reference_has_no_variables() => Assert.Empty(ReadManual.Http("\"headers\":{\"X\":\"$ref: #/a ${X}\"}").Tool.Variables);
}
