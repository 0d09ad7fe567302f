using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class UtcpManualReaderTests
{
    [Fact]
    public void Reads_every_field_of_a_manual_and_a_tool()
    {
        var read = ReadManual.From("""
            {
              "$schema": "https://example.com/manual.schema.json", "x-owner": "me",
              "utcp_version": "1.1.0", "manual_version": "2.3.4",
              "tools": [{
                "name": "get /x", "description": "Gets x.", "tags": ["a", "b"], "average_response_size": 512,
                "inputs": { "type": "object", "properties": { "q": { "type": "string", "description": "The q." }, "n": { "type": "integer" } }, "required": ["q"] },
                "outputs": { "type": "object" },
                "tool_call_template": { "name": "n", "call_template_type": "http", "url": "https://h/x", "allowed_communication_protocols": ["http", "sse"] }
              }]
            }
            """);
        Assert.Empty(read.Problems);
        var manual = read.Manual;
        Assert.Equal(("1.1.0", "2.3.4", false, 1), (manual.UtcpVersion, manual.Version, manual.IsLegacy, manual.DeclaredToolCount));
        Assert.Null(manual.Title);
        Assert.Null(manual.Description);
        var tool = read.Tool;
        Assert.Equal(("get /x", "Gets x.", 512L), (tool.Name, tool.Description, tool.AverageResponseSize));
        Assert.Equal("\"get /x\"", read.TextAt(tool.NameSpan));
        Assert.Equal(["a", "b"], tool.Tags);
        Assert.Equal("q:Query n:Query", read.Placed);
        Assert.Equal([true, false], tool.Parameters.Select(parameter => parameter.Required));
        Assert.Equal("The q.", tool.Parameters[0].Description);
        Assert.Equal("\"q\"", read.TextAt(tool.Parameters[0].Span));
        Assert.NotNull(tool.InputsSchema);
        Assert.NotNull(tool.OutputsSchema);
        Assert.IsType<ObjectSchema>(tool.Result);
        Assert.Equal(Effects.Safe | Effects.Idempotent, tool.Effects);
        Assert.False(tool.IsLegacy);
        Assert.Equal("n", tool.Call.Name);
        Assert.Equal(["http", "sse"], tool.Call.AllowedCommunicationProtocols);
    }

    [Fact]
    public void Defaults_are_those_of_the_specification()
    {
        var read = ReadManual.Of("""{"name":"t","tool_call_template":{"call_template_type":"http","url":"https://h/x"}}""");
        Assert.Empty(read.Problems);
        Assert.Equal("1.0.0", read.Manual.Version);
        var tool = read.Tool;
        Assert.Equal(("", null, null, null, null), (tool.Description, tool.AverageResponseSize, tool.InputsSchema, tool.OutputsSchema, tool.Result));
        Assert.Empty(tool.Tags);
        Assert.Empty(tool.Parameters);
        Assert.Empty(tool.Variables);
    }

    [Fact]
    public void Null_is_absent_everywhere()
    {
        var read = ReadManual.From("""
            {"utcp_version":null,"manual_version":null,"tools":[
              {"name":"a","description":null,"tags":null,"average_response_size":null,"inputs":null,"outputs":null,
               "tool_call_template":{"call_template_type":"http","name":null,"url":"https://h/x","http_method":null,"content_type":null,"auth":null,"auth_tools":null,"headers":null,
                 "header_fields":null,"timeout":null,"allowed_communication_protocols":null}},
              {"name":"b","tool_call_template":{"call_template_type":"websocket","url":"wss://h/x","message":null,"protocol":null,"keep_alive":null,"response_format":null,"timeout":null,"headers":null,
                 "header_fields":null,"auth":null,"request_data_format":null,"request_data_template":null,"discovery_url":null}},
              {"name":"c","tool_call_template":{"call_template_type":"sse","url":"https://h/x","event_type":null,"reconnect":null,"retry_timeout":null,"body_field":null}},
              {"name":"d","tool_call_template":{"call_template_type":"streamable_http","url":"https://h/x","http_method":null,"content_type":null,"chunk_size":null,"timeout":null,"body_field":null}}]}
            """);
        Assert.Empty(read.Problems);
        Assert.Equal(4, read.Manual.Tools.Count);
        Assert.Equal("body", Assert.IsType<HttpCall>(read.Manual.Tools[0].Call).BodyField);
        Assert.True(Assert.IsType<WebSocketCall>(read.Manual.Tools[1].Call).KeepAlive);
    }

    [Fact]
    public void Case002_extra_fields_of_a_manual_are_ignored_with_a_warning()
    {
        var read = ReadManual.From("""{"utcp_version":"1.0.1","info":{"title":"T","version":"9","description":"D"},"auth":{},"variables":{},"tools":[]}""");
        Assert.Empty(read.Manual.Tools);
        Assert.Equal(["UTCP007 /info", "UTCP007 /auth", "UTCP007 /variables"], read.Places);
        Assert.Equal(("T", "D", "1.0.0"), (read.Manual.Title, read.Manual.Description, read.Manual.Version));
    }

    [Fact]
    public void A_name_at_the_top_names_the_client()
    {
        var read = ReadManual.From("""{"utcp_version":"1.0.1","name":"N","description":"D","version":"3","tools":[]}""");
        Assert.Equal(("N", "D", "1.0.0", false), (read.Manual.Title, read.Manual.Description, read.Manual.Version, read.Manual.IsLegacy));
        Assert.Equal(["UTCP007 /description", "UTCP007 /name", "UTCP007 /version"], read.Places.Order());
        Assert.Contains("manual_version", read.Problems.Single(problem => problem.Pointer == "/version").Message);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"error":"x"}""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("\"x\"", "")]
    [InlineData("""{"tools":null}""", "/tools")]
    [InlineData("""{"utcp_version":"1","tools":{}}""", "/tools")]
    public void Case004_what_is_no_manual_is_an_error(string text, string pointer)
    {
        var read = ReadManual.From(text);
        Assert.Null(read.Result);
        Assert.Equal((ProblemCodes.NotAManual, pointer), (Assert.Single(read.Problems).Code, read.Problems[0].Pointer));
    }

    [Fact]
    public void Case005_a_manual_needs_no_version()
    {
        var read = ReadManual.From("""{"tools":[{"name":"t","tool_call_template":{"call_template_type":"http","url":"https://h/x"}}]}""");
        Assert.Empty(read.Problems);
        Assert.Single(read.Manual.Tools);
        Assert.Null(read.Manual.UtcpVersion);
        Assert.False(read.Manual.IsLegacy);
    }

    [Fact]
    public void Case006_an_unknown_template_type_spares_the_other_tool()
    {
        var read = ReadManual.Of(ReadManual.HttpTool("a"), """{"name":"b","tool_call_template":{"call_template_type":"htpp","url":"x"}}""");
        Assert.Equal(["UTCP009 /tools/1/tool_call_template/call_template_type"], read.Places);
        Assert.Contains("'http'", read.Problems[0].Message);
        Assert.IsType<HttpCall>(read.Manual.Tools[0].Call);
        Assert.Equal("htpp", Assert.IsType<UnsupportedCall>(read.Manual.Tools[1].Call).Type);
    }

    [Fact]
    public void Case007_boolean_subschemas_are_accepted()
    {
        var read = ReadManual.Of("""{"name":"t","inputs":{"properties":{"a":true}},"tool_call_template":{"call_template_type":"http","url":"https://h/x"}}""");
        Assert.Empty(read.Problems);
        Assert.IsType<AnySchema>(Assert.Single(read.Tool.Parameters).Schema);
    }

    [Theory]
    [InlineData("cli")]
    [InlineData("text")]
    [InlineData("file")]
    [InlineData("mcp")]
    [InlineData("graphql")]
    [InlineData("tcp")]
    [InlineData("udp")]
    [InlineData("grpc")]
    [InlineData("webrtc")]
    public void Known_protocols_that_nobody_calls_yet_are_listed(string type)
    {
        var read = ReadManual.Template($$"""{"call_template_type":"{{type}}","name":"n","anything":{"a":"${V}"},"content":"${NOT_THIS}"}""", "a");
        Assert.Equal(["UTCP009 /tools/0/tool_call_template/call_template_type"], read.Places);
        Assert.Contains("not supported yet", read.Problems[0].Message);
        Assert.Equal((type, "n"), (read.Tool.Call.Type, read.Tool.Call.Name));
        Assert.IsType<UnsupportedCall>(read.Tool.Call);
        Assert.Equal("a", Assert.Single(read.Tool.Parameters).Name);
        Assert.Equal("V", Assert.Single(read.Tool.Variables).Name);
    }

    [Theory]
    [InlineData("1", "UTCP006 /tools/1")]
    [InlineData("null", "UTCP006 /tools/1")]
    [InlineData("{}", "UTCP005 /tools/1")]
    [InlineData("""{"name":"t"}""", "UTCP005 /tools/1")]
    [InlineData("""{"name":"t","tool_call_template":null}""", "UTCP005 /tools/1")]
    [InlineData("""{"name":"t","tool_call_template":"http"}""", "UTCP006 /tools/1/tool_call_template")]
    [InlineData("""{"name":"t","tool_call_template":{"url":"https://h"}}""", "UTCP005 /tools/1/tool_call_template")]
    [InlineData("""{"name":"t","tool_call_template":{"call_template_type":1}}""", "UTCP006 /tools/1/tool_call_template/call_template_type")]
    [InlineData("""{"name":"t","tool_call_template":{"call_template_type":"http"}}""", "UTCP005 /tools/1/tool_call_template")]
    [InlineData("""{"name":"t","tool_call_template":{"call_template_type":"http","url":""}}""", "UTCP006 /tools/1/tool_call_template/url")]
    [InlineData("""{"name":"","tool_call_template":{"call_template_type":"http","url":"https://h"}}""", "UTCP006 /tools/1/name")]
    [InlineData("""{"name":7,"tool_call_template":{"call_template_type":"http","url":"https://h"}}""", "UTCP006 /tools/1/name")]
    public void A_tool_that_cannot_be_read_is_reported_and_the_others_are_kept(string tool, string place)
    {
        var read = ReadManual.Of(ReadManual.HttpTool("a"), tool, ReadManual.HttpTool("z"));
        Assert.Contains(place, read.Places);
        Assert.Equal(["a", "z"], read.Manual.Tools.Select(kept => kept.Name));
        Assert.Equal(3, read.Manual.DeclaredToolCount);
    }

    [Fact]
    public void The_first_of_two_tools_with_one_name_is_kept()
    {
        var read = ReadManual.Of(ReadManual.HttpTool("a", url: "https://h/1"), ReadManual.HttpTool("a", url: "https://h/2"), ReadManual.HttpTool("A"));
        Assert.Equal(["UTCP010 /tools/1/name"], read.Places);
        Assert.Equal(["a", "A"], read.Manual.Tools.Select(tool => tool.Name));
        Assert.Equal("https://h/1", Assert.IsType<HttpCall>(read.Manual.Tools[0].Call).Url);
    }

    [Fact]
    public void Harmless_fields_of_the_wrong_kind_get_their_defaults()
    {
        var read = ReadManual.From("""
            {"utcp_version":1.0,"manual_version":true,"tools":[{"name":"t","description":1,"tags":["a",2],"average_response_size":1.5,"inputs":3,"outputs":[],
             "tool_call_template":{"call_template_type":"http","url":"https://h","name":7,"timeout":-1}}]}
            """);
        Assert.Equal(
            ["UTCP006 /manual_version", "UTCP006 /tools/0/average_response_size", "UTCP006 /tools/0/description", "UTCP006 /tools/0/tags/1", "UTCP006 /tools/0/tool_call_template/name",
                "UTCP006 /tools/0/tool_call_template/timeout", "UTCP006 /utcp_version", "UTCP016 /tools/0/inputs", "UTCP016 /tools/0/outputs"],
            read.Places.Order(StringComparer.Ordinal));
        Assert.Equal(("1.0", "1.0.0"), (read.Manual.UtcpVersion, read.Manual.Version));
        Assert.Equal(["a"], read.Tool.Tags);
        Assert.Equal(("", null, null), (read.Tool.Description, read.Tool.AverageResponseSize, read.Tool.Result));
    }

    [Theory]
    [InlineData("method", "http_method")]
    [InlineData("query_params", "url")]
    [InlineData("additional_headers", "headers")]
    [InlineData("verify_ssl", "verified")]
    [InlineData("httpMethod", "http_method")]
    [InlineData("header_field", "header_fields")]
    [InlineData("content-type", "content_type")]
    public void Unknown_fields_of_a_template_are_reported_with_advice(string name, string advice)
    {
        var read = ReadManual.Http($"\"{name}\":1");
        Assert.Equal(["UTCP007 /tools/0/tool_call_template/" + name], read.Places);
        Assert.Contains(advice, read.Problems[0].Message);
        Assert.Equal($"\"{name}\"", read.TextAt(read.Problems[0].Span));
        Assert.Single(read.Manual.Tools);
    }

    [Theory]
    [InlineData("auth", "tool_call_template")]
    [InlineData("output", "outputs")]
    [InlineData("inputSchema", "inputs")]
    [InlineData("descripton", "description")]
    public void Unknown_fields_of_a_tool_are_reported_with_advice(string name, string advice)
    {
        var read = ReadManual.Of($$$"""{"name":"t","{{{name}}}":{},"tool_call_template":{"call_template_type":"http","url":"https://h/x"}}""");
        Assert.Equal(["UTCP007 /tools/0/" + name], read.Places);
        Assert.Contains(advice, read.Problems[0].Message);
    }

    [Fact]
    public void Messages_quote_text_of_the_document_without_control_characters_and_cut()
    {
        var read = ReadManual.Http("\"" + new string('x', 200) + "\\n\\u001b[31m\":1, \"a\\nb\":2");
        Assert.All(read.Problems, problem => Assert.DoesNotContain(problem.Message, char.IsControl));
        Assert.All(read.Problems, problem => Assert.True(problem.Message.Length < 200));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Outputs_that_say_nothing_are_no_result(string outputs)
    {
        var read = ReadManual.Of($$$"""{"name":"t","outputs":{{{outputs}}},"tool_call_template":{"call_template_type":"http","url":"https://h/x"}}""");
        Assert.Empty(read.Problems);
        Assert.Null(read.Tool.Result);
    }

    [Theory]
    [InlineData("""{"type":"array","items":{}}""", "UTCP016 /tools/0/inputs")]
    [InlineData("""{"type":"string"}""", "UTCP016 /tools/0/inputs")]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":{"type":"string"}}""", "UTCP102 /tools/0/inputs/additionalProperties")]
    public void Inputs_that_name_nothing_are_reported(string inputs, string place)
    {
        var read = ReadManual.Of($$$"""{"name":"t","inputs":{{{inputs}}},"tool_call_template":{"call_template_type":"http","url":"https://h/x"}}""");
        Assert.Equal([place], read.Places);
        Assert.Empty(read.Tool.Parameters);
    }

    [Theory]
    [InlineData("""{"$ref":"#/$defs/i","$defs":{"i":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}}}""")]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"required":["a"]}]}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/s"}},"required":["a"],"$defs":{"s":{"type":"string"}}}""")]
    public void Inputs_are_found_behind_references_and_allOf(string inputs)
    {
        var read = ReadManual.Of($$$"""{"name":"t","inputs":{{{inputs}}},"tool_call_template":{"call_template_type":"http","url":"https://h/{a}"}}""");
        Assert.Empty(read.Problems);
        Assert.Equal("a:Path", read.Placed);
        Assert.True(read.Tool.Parameters[0].Required);
    }

    [Fact]
    public void Ten_thousand_tools_are_read_and_no_more()
    {
        var read = ReadManual.Of([.. Enumerable.Range(0, UtcpManualReader.MaxTools + 2).Select(i => ReadManual.HttpTool("t" + i))]);
        Assert.Equal(["UTCP003 /tools/10000"], read.Places);
        Assert.Equal(UtcpManualReader.MaxTools, read.Manual.Tools.Count);
        Assert.Equal(UtcpManualReader.MaxTools + 2, read.Manual.DeclaredToolCount);
    }

    [Fact]
    public void Many_unknown_fields_are_not_reported_one_by_one()
    {
        var read = ReadManual.Http(string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"unknown{i}\":1")));
        Assert.Equal(101, read.Problems.Count);
        Assert.Single(read.Manual.Tools);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var root = JsonDocumentReader.Read("""{"tools":[{}]}""").Root!;
        Assert.Throws<OperationCanceledException>(() => UtcpManualReader.Read(root, new ProblemList(root), new CancellationToken(true)));
    }

    [Fact]
    public void No_mutation_of_a_manual_makes_the_reader_throw()
    {
        const string Text = """
            {"utcp_version":"1.0","info":{"title":"T"},"tools":[{"name":"t","description":"d","tags":["a"],"average_response_size":1,"inputs":{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]},"outputs":{"type":"object"},
            "tool_call_template":{"call_template_type":"http","url":"https://h/{id}","http_method":"POST","content_type":"a/b","headers":{"X":"v"},"header_fields":["id"],"body_field":"id","timeout":5,
            "auth":{"auth_type":"oauth2","token_url":"https://h/t","client_id":"${A}","client_secret":"${B}","scope":"s"},"auth_tools":{"auth_type":"api_key","api_key":"${K}","var_name":"X","location":"query"}}},
            {"name":"w","tool_provider":{"provider_type":"websocket","url":"wss://h/","message":{"a":["UTCP_ARG_x_UTCP_ARG"]},"protocol":"p","keep_alive":true,"response_format":"json","timeout":3,"discovery_url":"https://h/d",
            "auth":{"auth_type":"basic","username":"u","password":"${P}"}},"parameters":{"properties":{"x":true}}}]}
            """;
        string[] replacements = ["null", "true", "1", "-1e999", "\"\"", "\"${x}{y}\"", "[]", "[[1]]", "{}", "{\"$ref\":\"#\"}", "{\"a\":{}}"];
        var root = JsonDocumentReader.Read(Text).Root!;
        foreach (var value in Descendants(root))
        {
            foreach (var replacement in replacements)
            {
                var mutated = JsonDocumentReader.Read(Text.Substring(0, value.Span.Start) + replacement + Text.Substring(value.Span.End)).Root!;
                UtcpManualReader.Read(mutated, new ProblemList(mutated));
            }
        }
    }

    private static IEnumerable<JsonValue> Descendants(JsonValue value) =>
        value.Items.Concat(value.Members.Select(member => member.Value)).SelectMany(Descendants).Prepend(value);
}
