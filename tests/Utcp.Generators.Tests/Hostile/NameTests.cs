using System.Globalization;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

/// <summary>Every nasty name in every place that a name can stand in. One file per name, so that names do not get out of each other's way.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("tools", """NAME""", """{}""", """{}""")]
    [InlineData("titles", "t", """{ "properties": { "a": { "title": NAME, "type": "object", "properties": { "x": { "type": "string" } } }, "b": { "type": "string" } } }""", """{ "title": NAME, "type": "object", "properties": { "x": { "type": "string", "format": "uri" } }, "additionalProperties": true }""")]
    [InlineData("enum titles", "t", """{ "properties": { "a": { "title": NAME, "enum": ["x", "y"] }, "b": { "title": NAME, "enum": [1, 2] } } }""", """{ "$defs": { NAME: { "type": "string", "enum": ["x", "z"] } }, "items": { "$ref": "#/$defs/POINTER" } }""")]
    [InlineData("union titles", "t", """{ "properties": { "a": { "title": NAME, "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "object", "title": NAME, "properties": { "x": {} } }] } } }""", """{ "oneOf": [{ "$ref": "#/$defs/POINTER" }, { "type": "array", "items": { "type": "string" } }], "$defs": { NAME: { "properties": { "a": { "type": "integer" } } } } }""")]
    [InlineData("properties", "t", """{ "properties": { "body": { "type": "object", "properties": { NAME: { "type": ["string", "null"] }, "other": { "type": "integer" } }, "required": [NAME], "additionalProperties": { "type": "integer" } } } }""", """{ "properties": { NAME: { "const": "x" }, "b": { "type": "string", "format": "date-time" } }, "required": [NAME] }""")]
    [InlineData("parameters", "t", """{ "properties": { NAME: { "type": "string" }, "id": { "type": "integer" } }, "required": [NAME] }""", "{}")]
    [InlineData("enum members", "t", """{ "properties": { "a": { "enum": [NAME, "x"] }, "b": { "type": "integer", "enum": [1, 2], "x-enum-varnames": [NAME, "x"] } } }""", "{}")]
    [InlineData("hierarchies", "t", "{}", """{ "$defs": { NAME: { "oneOf": [{ "$ref": "#/$defs/Cat" }, { "$ref": "#/$defs/Dog" }], "discriminator": { "propertyName": NAME } }, "Cat": { "properties": { NAME: { "type": "string" }, "a": { "type": "string" } } }, "Dog": { "properties": { NAME: { "type": "string" }, "Cat": { "$ref": "#/$defs/Cat" } } } }, "$ref": "#/$defs/POINTER" }""")]
    [InlineData("cases", "t", "{}", """{ "$defs": { "Pet": { "oneOf": [{ "$ref": "#/$defs/POINTER" }, { "$ref": "#/$defs/Dog" }], "discriminator": { "propertyName": "kind", "mapping": { NAME: "#/$defs/POINTER" } } }, NAME: { "properties": { "kind": { "type": "string" } } }, "Dog": { "properties": { "kind": { "type": "string" }, "x": { "$ref": "#/$defs/POINTER" } } } }, "$ref": "#/$defs/Pet" }""")]
    [InlineData("tuples", "t", "{}", """{ "title": NAME, "type": "array", "prefixItems": [{ "type": "string", "title": NAME }, { "type": "integer" }], "items": { "type": "string" } }""")]
    public void Compiles_as(string place, string tool, string inputs, string outputs)
    {
        var test = new GeneratorTest();
        for (var i = 0; i < NastyText.All.Count; i++)
        {
            var name = NastyText.All[i];
            test.Files.Add(($"n{i.ToString("D3", CultureInfo.InvariantCulture)}.json", Sample.WithTools($$"""
                {
                  "name": {{(tool == "NAME" ? NastyText.Quote(name) : "\"t\"")}}, "inputs": {{Fill(inputs, name)}}, "outputs": {{Fill(outputs, name)}},
                  "tool_call_template": { "call_template_type": "http", "http_method": "POST", "url": "https://api.example.com/x", "timeout": 5000, "auth": { "auth_type": "api_key", "api_key": "${KEY}" } }
                }
                """)));
        }

        var result = test.Run();

        Assert.Null(result.Exception);
        result.Compiles().Initialises();
        Assert.True(result.Sources.Keys.Count(name => name.EndsWith(".Client.g.cs", StringComparison.Ordinal)) == NastyText.All.Count, place);
    }

    [Fact]
    public void All_nasty_names_live_together()
    {
        var names = NastyText.All.Distinct().ToList();
        var properties = string.Join(",", names.Select(name => NastyText.Quote(name) + """: { "type": "string" }"""));
        var values = string.Join(",", names.Select(NastyText.Quote));
        var manual = Sample.WithTools(
        [
            .. names.Select(name => $$"""{ "name": {{NastyText.Quote(name)}}, "outputs": { "title": {{NastyText.Quote(name)}}, "type": "object", "properties": { {{NastyText.Quote(name)}}: { "type": "integer" } } }, "tool_call_template": { "call_template_type": "http", "url": "https://api.example.com/x" } }"""),
            Sample.Tool("all", $$"""{ "properties": { {{properties}} } }""", $$"""{ "properties": { "record": { "properties": { {{properties}} } }, "enum": { "type": "string", "enum": [{{values}}] } } }"""),
        ]);

        GeneratorTest.Run(manual).Compiles().Initialises();
    }

    private static string Fill(string schema, string name) => schema
        .Replace("POINTER", NastyText.Quote(Uri.EscapeDataString(Whole(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)))).Trim('"'), StringComparison.Ordinal)
        .Replace("NAME", NastyText.Quote(name), StringComparison.Ordinal);

    // A URI has no form for half a surrogate pair; such a reference leads nowhere.
    private static string Whole(string text) => new([.. text.Select((c, i) => char.IsSurrogate(c) && !(i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) && !(i > 0 && char.IsSurrogatePair(text[i - 1], c)) ? '?' : c)]);
}
