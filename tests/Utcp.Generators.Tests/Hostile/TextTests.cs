using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>Descriptions, headers, URLs, constants and credentials that try to become code.</summary>
public sealed class TextTests
{
    [Fact]
    public void Texts_stay_texts()
    {
        var test = new GeneratorTest();
        for (var i = 0; i < NastyText.All.Count; i++)
        {
            test.Files.Add(($"t{i:D3}.json", Manual(NastyText.Quote(NastyText.All[i]))));
        }

        var result = test.Run();

        Assert.Null(result.Exception);
        result.Compiles().Initialises();
        Assert.All(result.Sources.Values, source => Assert.DoesNotContain(source, c => c is '\r' or '\u0085' or '\u2028' or '\u2029' or '\u061C' || (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
        Assert.DoesNotContain(Declared(result), name => name.Contains("Evil", StringComparison.Ordinal) || name == "X");
    }

    [Fact]
    public void Texts_reach_the_request_unchanged()
    {
        const string Nasty = "a\"b\\c*/}{0}\u202E😀é";
        var result = GeneratorTest.Run(Manual(NastyText.Quote(Nasty))).Compiles();

        var literals = result.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantTokens()).Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText).ToList();
        Assert.Contains(Nasty, literals);
    }

    [Fact]
    public void Headers_with_quotes_are_escaped_and_with_newlines_refused()
    {
        var quoted = GeneratorTest.Run(Sample.WithTools(Sample.Tool("t", template: """{ "call_template_type": "http", "url": "https://x.example/", "headers": { "X-A": "a\"b\\\u0022;" } }"""))).Compiles().Reports();
        Assert.Contains("""new("X-A", "a\"b\\\";")""", quoted.Text, StringComparison.Ordinal);

        Marked.Reports("UTCP006", Sample.WithTools(Sample.Tool("t", template: """{ "call_template_type": "http", "url": "https://x.example/", "headers": { "X-A": ▶"a\r\nX-B: c" } }""")));
    }

    [Theory]
    [InlineData("""{ "auth_type": "api_key", "api_key": "${KEY}\n\"", "var_name": "X-Key" }""")]
    [InlineData("""{ "auth_type": "basic", "username": "a\"\n", "password": "${P}\"" }""")]
    [InlineData("""{ "auth_type": "oauth2", "token_url": "https://x.example/\"", "client_id": "\"\n", "client_secret": "${S}", "scope": "*/\u2028" }""")]
    [InlineData("""{ "auth_type": "api_key", "api_key": "${KEY}", "var_name": "a\nb" }""")]
    [InlineData("""{ "auth_type": "api_key", "api_key": "${*/ } class}" }""")]
    public void Credentials_with_quotes_and_newlines(string auth) => GeneratorTest.Run(Sample.WithTools(
        Sample.Tool("t", template: $$"""{ "call_template_type": "http", "url": "https://x.example/", "auth": {{auth}} }"""))).Compiles();

    [Theory]
    [InlineData("weather.json")]
    [InlineData("नमस्ते.json")]
    [InlineData("ÄÖ ü.json")]
    [InlineData("a*b?.json")]
    [InlineData("C:\\x\\y z.json")]
    [InlineData("/tmp/con.json")]
    [InlineData("3d.json")]
    [InlineData("class.json")]
    [InlineData("名.json")]
    [InlineData("*∕ } class X {.json")]
    [InlineData("system.json")]
    [InlineData("utcp.json")]
    [InlineData(".json")]
    [InlineData("a\u2028b\n.json")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.json")]
    public void Any_file_name(string path)
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("t", outputs: """{ "properties": { "a": { "type": "string" } } }""")), path);

        Assert.Null(result.Exception);
        result.Compiles().Reports();
        Assert.All(result.Sources.Keys, name => Assert.Matches(@"^[A-Za-z0-9._]{1,120}\.g\.cs$", name[(name.LastIndexOf('/') + 1)..]));
        Assert.Equal(result.Sources.Count, result.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("ClientName", "class")]
    [InlineData("ClientName", "weather")]
    [InlineData("ClientName", "Operations")]
    [InlineData("ClientName", "a b")]
    [InlineData("Namespace", "Acme..X")]
    [InlineData("Namespace", "Acme.*/")]
    public void Options_that_cannot_be_used(string option, string value) => Run(option, value).Compiles().Reports("UTCP019");

    [Theory]
    [InlineData("ClientName", "Task")]
    [InlineData("ClientName", "JsonRead")]
    [InlineData("ClientName", "GetAsync")]
    [InlineData("ClientName", "Unknown")]
    [InlineData("Namespace", "Acme.class.record")]
    [InlineData("Namespace", "System")]
    [InlineData("Namespace", "Utcp.Json")]
    public void Odd_options_that_can(string option, string value) => Run(option, value).Compiles().Reports();

    [Theory]
    [InlineData("")]
    [InlineData("3d app")]
    [InlineData("Acme.Task.class")]
    [InlineData("System")]
    [InlineData("a..b.")]
    [InlineData("*/ } class X {")]
    [InlineData("名.नमस्ते")]
    public void Any_root_namespace(string root)
    {
        var result = new GeneratorTest { RootNamespace = root, Files = { ("weather.json", Sample.WithTools(Sample.Tool("t", outputs: """{ "properties": { "at": { "type": "string", "format": "date-time" } } }"""))) } }.Run();

        Assert.Null(result.Exception);
        result.Compiles().Reports();
    }

    private static GeneratorTestResult Run(string option, string value) => new GeneratorTest
    {
        Files = { ("x.json", Sample.WithTools(Sample.Tool("get", outputs: """{ "title": "Task", "properties": { "a": { "type": "string" } } }"""), Sample.Tool("IGet"))) },
        Metadata = { ["x.json"] = new() { ["Utcp" + option] = value } },
    }.Run();

    private static IEnumerable<string> Declared(GeneratorTestResult result) => result.Compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes())
        .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>()
        .Select(type => type.Identifier.ValueText);

    private static string Manual(string text) => $$"""
        {
          "utcp_version": {{text}}, "manual_version": {{text}}, "info": { "title": {{text}}, "description": {{text}} },
          "tools": [{
            "name": "t", "description": {{text}}, "tags": [{{text}}],
            "inputs": { "description": {{text}}, "properties": { "a": { "type": "string", "description": {{text}}, "default": {{text}}, "pattern": {{text}} }, "b": { "const": {{text}} } }, "required": ["b"] },
            "outputs": { "description": {{text}}, "properties": { "a": { "description": {{text}}, "enum": [{{text}}, "x"] }, "c": { "const": {{text}}, "title": {{text}} }, "d": { "oneOf": [{ "const": {{text}} }, { "type": "integer" }] } }, "required": ["c"] },
            "tool_call_template": { "call_template_type": "http", "url": "https://api.example.com/x", "auth": { "auth_type": "basic", "username": "u", "password": {{text}} } }
          }]
        }
        """;
}
