using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>Documents with one mistake each: the id, the place, and that the rest still compiles.</summary>
public sealed class DocumentTests
{
    private const string Http = """{ "call_template_type": "http", "url": "https://api.example.com/x" }""";

    [Theory]
    [InlineData("{\n  \"utcp_version\": \"1.1.0\",\n  \"tools\": [ ▶}\n}", "Expected a value or ']'")]
    [InlineData("{\n  \"utcp_version\": \"1.1.0\",\n  \"tools\": [],\n▶", "")]
    [InlineData("{ \"utcp_version\": \"1.1.0\", \"tools\": [ { \"name\": ▶nope } ] }", "")]
    [InlineData("{ \"utcp_version\": \"1.1.0\" ▶\"tools\": [] }", "Expected ',' or '}'")]
    [InlineData("{ \"utcp_version\": \"1.1.0\", \"tools\": [] } ▶extra", "end")]
    [InlineData("{ \"utcp_version\": \"1.1.0\", \"tools\": [ 1▶, ] }", "")]
    public void Invalid_json(string marked, string messagePart)
    {
        var result = Marked.Reports("UTCP001", marked, messagePart);

        Assert.Empty(result.Sources);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }

    [Theory]
    [InlineData("▶[1, 2]")]
    [InlineData("▶{ \"hello\": true }")]
    [InlineData("▶42")]
    public void A_file_named_as_a_manual_that_is_none(string marked)
    {
        var result = new GeneratorTest { Files = { ("weather.json", marked.Substring(1)) }, Metadata = { ["weather.json"] = new() { ["UtcpKind"] = "Manual" } } }.Run().Compiles().Reports("UTCP002");

        Assert.Equal(0, result.Diagnostics[0].Location.SourceSpan.Start);
        Assert.Empty(result.Sources);
    }

    [Fact]
    public void Other_json_files_are_left_alone() => Assert.Empty(GeneratorTest.Run("""{ "tools": 3 """, "appsettings.json").Compiles().Reports().Sources);

    [Fact]
    public void An_unknown_template_type() => Assert.Contains("GoodAsync", Marked.Reports("UTCP009", Sample.WithTools(
        Sample.Tool("bad", template: """{ "call_template_type": ▶"htp", "url": "https://x.example" }"""), Sample.Tool("good"))).Text, StringComparison.Ordinal);

    [Fact]
    public void A_message_that_asks_for_an_unknown_input() => Marked.Reports("UTCP011", Sample.WithTools(
        Sample.Tool("watch", template: """{ "call_template_type": "websocket", "url": "wss://x.example", "message": ▶{ "a": "UTCP_ARG_regoin_UTCP_ARG" } }""")), "regoin");

    [Fact]
    public void A_missing_url() => Marked.Reports("UTCP005", Sample.WithTools(Sample.Tool("bad", template: """▶{ "call_template_type": "http" }""")), "url");

    [Fact]
    public void A_missing_template() => Marked.Reports("UTCP005", """{ "utcp_version": "1.1.0", "tools": [▶{ "name": "bad" }] }""");

    [Fact]
    public void A_placeholder_without_an_input() => Marked.Reports("UTCP011", Sample.WithTools(Sample.Tool(
        "bad", """{ "properties": { "city": { "type": "string" } } }""", template: """{ "call_template_type": "http", "url": ▶"https://x.example/{citi}" }""")), "city");

    [Fact]
    public void A_url_that_is_not_safe() => Marked.Reports("UTCP201", Sample.WithTools(Sample.Tool("bad", template: """{ "call_template_type": "http", "url": "▶http://x.example/" }""")));

    [Fact]
    public void A_placeholder_in_the_host() => Marked.Reports("UTCP202", Sample.WithTools(Sample.Tool(
        "bad", """{ "properties": { "host": { "type": "string" } } }""", template: """{ "call_template_type": "http", "url": ▶"https://{host}/" }""")));

    [Fact]
    public void A_secret_in_the_clear_is_reported_and_not_compiled_in() => Assert.DoesNotContain("s3cr3t", Marked.Reports("UTCP203", Sample.WithTools(Sample.Tool(
        "bad", template: """{ "call_template_type": "http", "url": "https://x.example/", "auth": { "auth_type": "api_key", "api_key": "▶s3cr3t-9f8a7" } }"""))).Text, StringComparison.Ordinal);

    [Fact]
    public void A_reference_to_nowhere() => Marked.Reports("UTCP013", Sample.WithTools(Sample.Tool("bad", outputs: """{ "properties": { "a": { "$ref": ▶"#/$defs/Nope" } } }""")));

    [Fact]
    public void References_that_lead_only_to_each_other() => Marked.Reports("UTCP014", Sample.WithTools(Sample.Tool(
        "bad", outputs: """{ "$defs": { "A": { "$ref": "#/$defs/B" }, "B": { "$ref": "#/$defs/A" } }, "properties": { "a": { "$ref": ▶"#/$defs/A" } } }""")));

    [Fact]
    public void A_contradicting_allOf() => Marked.Reports("UTCP015", Sample.WithTools(Sample.Tool("bad", outputs: """{ "properties": { "a": { "allOf": [{ "type": "string" }, ▶{ "type": "integer" }] } } }""")));

    [Fact]
    public void A_keyword_of_the_wrong_kind() => Marked.Reports("UTCP016", Sample.WithTools(Sample.Tool("bad", outputs: """{ "properties": { "a": { "type": "string", "minLength": ▶"three" } } }""")));

    [Fact]
    public void A_list_that_is_nothing_but_itself() => Marked.Reports("UTCP101", Sample.WithTools(Sample.Tool("bad", outputs: """{ "$defs": { "A": { "type": "array", "items": ▶{ "$ref": "#/$defs/A" } } }, "properties": { "a": { "$ref": "#/$defs/A" } } }""")));

    [Fact]
    public void Two_tools_with_one_name() => Marked.Reports("UTCP010", """{ "utcp_version": "1.1.0", "tools": [ { "name": "a", "tool_call_template": HTTP }, { "name": ▶"a", "tool_call_template": HTTP } ] }""".Replace("HTTP", Http, StringComparison.Ordinal));

    [Fact]
    public void Two_members_with_one_name() => Marked.Reports("UTCP004", """{ "utcp_version": "1.1.0", ▶"utcp_version": "1.0.0", "tools": [] }""");

    [Fact]
    public void An_auth_object_that_cannot_be_used() => Marked.Reports("UTCP017", Sample.WithTools(Sample.Tool(
        "bad", template: """{ "call_template_type": "http", "url": "https://x.example/", "auth": { "auth_type": ▶"apikey" } }""")), "api_key");

    [Fact]
    public void A_place_is_counted_in_UTF16_and_by_the_lines_that_the_compiler_counts() => Marked.Reports("UTCP016", Sample.WithTools(Sample.Tool(
        "😀", outputs: "{\r\n  \"description\": \"😀😀\",\r\n  \"properties\": { \"é\": { \"type\": ▶5 } } }")));

    [Fact]
    public void Tools_whose_names_collide_each_have_a_method()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("get_x"), Sample.Tool("GetX"), Sample.Tool("get-x"), Sample.Tool("getX"), Sample.Tool("get x async"), Sample.Tool("GET_X"))).Compiles().Reports();

        var methods = result.Type("Acme.Weather.IWeatherClient").GetMembers().Select(member => member.Name).ToList();
        Assert.Equal(6, methods.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("GetXAsync", methods);
    }

    [Fact]
    public void Nothing_that_is_deep_or_long_breaks_the_generator()
    {
        var deep = string.Concat(Enumerable.Repeat("""{ "type": "array", "items": """, 40)) + """{ "type": "string" }""" + new string('}', 40);
        var wide = "{ \"type\": \"object\", \"properties\": {" + string.Join(",", Enumerable.Range(0, 300).Select(i => $"\"p{i}\": {{ \"type\": \"integer\" }}")) + "}, \"required\": [" + string.Join(",", Enumerable.Range(0, 300).Select(i => $"\"p{i}\"")) + "] }";

        GeneratorTest.Run(Sample.WithTools(Sample.Tool("deep", outputs: deep), Sample.Tool("wide", outputs: wide))).Compiles().Reports();
    }

    [Fact]
    public void A_document_that_is_too_deep_is_reported() => GeneratorTest.Run("""{ "utcp_version": "1", "tools": [""" + new string('[', 2000) + new string(']', 2000) + "] }").Compiles().Reports("UTCP003");
}
