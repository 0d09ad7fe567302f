using Microsoft.CodeAnalysis;
using Utcp.Generators.Emit;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Emit;

/// <summary>The names that emitted code uses exist where it looks for them.</summary>
public sealed class FrameworkTypesTests
{
    private static readonly Compilation References = new GeneratorTest().Compilation();

    public static TheoryData<string> Names => new(FrameworkTypes.All.Select(type => type.Namespace + "." + type.Name + (type.Arity == 0 ? "" : "`" + type.Arity)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_type_exists_and_is_public(string metadataName)
    {
        // Func has many arities, of which emitted code uses one; all others are one type.
        var type = References.GetTypeByMetadataName(metadataName);

        Assert.NotNull(type);
        Assert.Equal(Accessibility.Public, type.DeclaredAccessibility);
    }

    [Fact]
    public void No_type_is_listed_twice() => Assert.Equal(FrameworkTypes.All.Count, FrameworkTypes.All.Distinct().Count());

    [Fact]
    public void No_type_of_ours_has_the_name_of_a_type_of_the_framework_that_is_imported_beside_it() =>
        Assert.Equal(FrameworkTypes.All.Count, FrameworkTypes.All.Select(type => type.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_helper_that_can_be_emitted_compiles()
    {
        string[] scalars =
        [
            """{ "type": "string" }""", """{ "type": "boolean" }""", """{ "type": "integer", "format": "int32" }""", """{ "type": "integer" }""", """{ "type": "number" }""", """{ "type": "number", "format": "decimal" }""",
            """{ "type": "string", "format": "uuid" }""", """{ "type": "string", "format": "date-time" }""", """{ "type": "string", "format": "date" }""", """{ "type": "string", "format": "time" }""",
            """{ "type": "string", "format": "duration" }""", """{ "type": "string", "format": "uri" }""", """{ "type": "string", "format": "byte" }""", "{}",
        ];
        string[] shapes =
        [
            .. scalars,
            """{ "title": "R", "properties": { "x": { "type": "string" } } }""", """{ "title": "E", "enum": ["a", "b"] }""", """{ "title": "I", "type": "integer", "enum": [1, 2] }""", """{ "title": "L", "type": "integer", "format": "int64", "enum": [1, 2] }""",
            """{ "title": "U", "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", """{ "title": "P", "type": "array", "prefixItems": [{ "type": "string" }] }""",
        ];
        string[] all = [.. shapes, .. shapes.Select(item => $$"""{ "type": "array", "items": {{item}} }"""), .. shapes.Select(item => $$"""{ "type": "object", "additionalProperties": {{item}} }"""), .. shapes.Select(item => $$"""{ "type": "array", "items": { "anyOf": [{{item}}, { "type": "null" }] } }""")];
        var properties = string.Join(",", all.SelectMany((schema, i) => new[] { $"\"r{i}\": {schema}", $"\"o{i}\": {schema}", $"\"n{i}\": {{ \"anyOf\": [{schema}, {{ \"type\": \"null\" }}] }}", $"\"m{i}\": {{ \"anyOf\": [{schema}, {{ \"type\": \"null\" }}] }}" }));
        var required = string.Join(",", all.SelectMany((_, i) => new[] { $"\"r{i}\"", $"\"n{i}\"" }));
        var thing = $$"""{ "title": "Thing", "type": "object", "properties": { {{properties}} }, "required": [{{required}}], "additionalProperties": { "type": "string" } }""";
        var tuple = $$"""{ "title": "Everything", "type": "array", "prefixItems": [{{string.Join(",", all)}}], "items": { "type": "string" }, "minItems": 3 }""";
        var union = $$"""{ "title": "Any of all", "oneOf": [{{string.Join(",", all.Take(shapes.Length * 2))}}] }""";
        var inputs = $$"""{ "properties": { "path": { "type": "string" }, {{properties}} }, "required": ["path", {{required}}] }""";
        string Template(string rest) => $$"""{ "call_template_type": "http", "http_method": "POST", "url": "https://x.example/{path}"{{rest}} }""";
        var names = string.Join(",", all.SelectMany((_, i) => new[] { $"\"r{i}\"", $"\"o{i}\"", $"\"n{i}\"", $"\"m{i}\"" }));
        var placeholders = string.Concat(Enumerable.Range(0, scalars.Length).Select(i => $"/{{r{i}}}/{{n{i}}}"));

        GeneratorTest.Run(Sample.WithTools(
            Sample.Tool("query", inputs, thing, Template("")),
            Sample.Tool("header", inputs, tuple, Template($", \"header_fields\": [{names}]")),
            Sample.Tool("path", inputs, union, Template("").Replace("{path}", "{path}" + placeholders, StringComparison.Ordinal)),
            Sample.Tool("body", $$"""{ "properties": { "path": { "type": "string" }, "body": {{thing}} } }""", """{ "type": "string", "format": "binary" }""", Template("")),
            Sample.Tool("stream", """{ "properties": { "path": { "type": "string" }, "body": { "type": "string", "format": "binary" } }, "required": ["body"] }""", "false", Template(", \"content_type\": \"application/octet-stream\"")),
            $$"""{ "name": "members", "inputs": {{inputs}}, "tool_provider": { "provider_type": "http", "http_method": "POST", "url": "https://x.example/{path}" } }""")).Compiles().Initialises();
    }
}
