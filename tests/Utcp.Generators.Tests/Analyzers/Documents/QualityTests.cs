using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Documents;

public sealed class QualityTests
{
    [Theory]
    [InlineData("\"type\": \"integer\", \"default\": {|UTCP106:\"7\"|}")]
    [InlineData("\"type\": \"integer\", \"minimum\": 1, \"examples\": [1, {|UTCP106:0|}]")]
    [InlineData("\"type\": \"number\", \"exclusiveMaximum\": 2, \"default\": {|UTCP106:2.0|}")]
    [InlineData("\"type\": \"string\", \"enum\": [\"a\", \"b\"], \"default\": {|UTCP106:\"c\"|}")]
    [InlineData("\"type\": \"string\", \"maxLength\": 2, \"example\": {|UTCP106:\"abc\"|}")]
    [InlineData("\"type\": \"array\", \"items\": { \"type\": \"integer\" }, \"default\": [1, {|UTCP106:\"x\"|}]")]
    [InlineData("\"anyOf\": [{ \"type\": \"integer\" }, { \"type\": \"boolean\" }], \"default\": {|UTCP106:\"x\"|}")]
    [InlineData("\"type\": \"object\", \"properties\": { \"b\": {} }, \"additionalProperties\": false, \"default\": { \"b\": 1, \"c\": {|UTCP106:2|} }")]
    [InlineData("\"$ref\": \"#/$defs/N\", \"default\": {|UTCP106:\"x\"|}")]
    [InlineData("\"type\": \"integer\", \"default\": 7.0")]
    [InlineData("\"type\": \"integer\", \"default\": null")]
    [InlineData("\"type\": [\"string\", \"null\"], \"maxLength\": 2, \"default\": \"😀😀\"")]
    [InlineData("\"type\": \"whatever\", \"default\": 1")]
    [InlineData("\"oneOf\": [{ \"type\": \"integer\" }, { \"$ref\": \"#/nowhere\" }], \"default\": \"x\"")]
    public void Values_that_their_schema_refuses_are_marked(string schema) => DocumentTest.Verify(Sample.WithTools(Sample.Tool(
        "t", $$"""{ "$defs": { "N": { "type": "integer" } }, "type": "object", "properties": { "a": { {{schema}} } } }""", template: """{ "call_template_type": "http", "url": "https://api.example.com/x" }""")));

    [Fact]
    public void Schemas_that_include_themselves_end() => DocumentTest.Verify(Sample.WithTools(Sample.Tool(
        "t",
        """{ "$defs": { "A": { "allOf": [{ "$ref": "#/$defs/A" }, { "$ref": "#/$defs/A" }, { "$ref": "#/$defs/A" }] } }, "type": "object", "properties": { "a": { "$ref": "#/$defs/A", "default": 1 }, "b": { "type": "integer", "default": {|UTCP106:"x"|} } } }""",
        template: """{ "call_template_type": "http", "url": "https://api.example.com/x" }""")));

    [Fact]
    public void Examples_of_an_api_are_judged_where_they_are_values() => DocumentTest.Verify("""
        { "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
          "paths": { "/a": { "post": { "summary": "s", "operationId": "a",
            "parameters": [{ "name": "ids", "in": "query", "schema": { "type": "array", "items": { "type": "integer" } }, "example": "1,2" }],
            "requestBody": { "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/A" }, "example": { "n": {|UTCP106:"x"|} } },
              "application/xml": { "schema": { "$ref": "#/components/schemas/A" }, "example": "<n>x</n>" } } },
            "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "string" }, "examples": { "e": { "value": {|UTCP106:5|} } } } } } } } } },
          "components": { "schemas": { "A": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "exclusiveMinimum": true, "example": {|UTCP106:0|} } } } } } }
        """);

    [Fact]
    public void Names_that_models_refuse_are_marked() => DocumentTest.Verify(Sample.WithTools(
        Sample.Tool("a{|UTCP105:.|}b"), Sample.Tool("a_b-C9"), Sample.Tool("caf{|UTCP105:é|}").Replace("\\u00E9", "é", StringComparison.Ordinal),
        Sample.Tool(new string('n', 64)), Sample.Tool("x").Replace("\"x\"", "{|UTCP105:\"" + new string('n', 65) + "\"|}", StringComparison.Ordinal)));

    [Fact]
    public void Tools_without_description_are_marked_and_counted()
    {
        var tools = Enumerable.Range(0, 9).Select(i => Sample.Tool("x").Replace("\"x\"", i is 1 or 2 or 3 ? $"{{|UTCP104:\"t{i}\"|}}" : $"\"t{i}\"", StringComparison.Ordinal)).ToArray();
        for (var i = 1; i < 8; i++)
        {
            tools[i] = tools[i].Replace("\"Does it.\"", i == 3 ? "\" \"" : "\"\"", StringComparison.Ordinal);
        }

        var reported = DocumentTest.Verify(Sample.WithTools(tools));

        Assert.Contains("at 4 more places", reported[2].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_of_get_are_marked()
    {
        DocumentTest.Verify(Sample.WithTools(
            Sample.Tool("a", """{ "properties": { "b": {} } }""", template: """{ "call_template_type": "http", "url": "https://api.example.com/x", "body_field": {|UTCP107:"b"|} }"""),
            Sample.Tool("c", """{ "properties": { "b": {} } }""", template: """{ "call_template_type": "http", "url": "https://api.example.com/x", "http_method": "POST", "body_field": "b" }""")));
        DocumentTest.Verify("""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], "paths": {
              "/a": { "get": { "summary": "s", "operationId": "a", "requestBody": {|UTCP107:{ "content": { "application/json": { "schema": { "properties": { "b": {} } } } } }|} } },
              "/b": { "get": { "summary": "s", "operationId": "b", "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {}, "additionalProperties": false } } } } } } } }
            """);
    }
}
