using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.OpenApi;

/// <summary>Bodies of OpenAPI operations: overloads for media types, and files.</summary>
public sealed class BodyTests
{
    private const string Avatar = """{ "type": "object", "required": ["image"], "properties": { "image": { "type": "string", "format": "binary" }, "name": { "type": "string" }, "pages": { "type": "array", "items": { "type": "string", "format": "binary" } } } }""";

    [Fact]
    public void Each_kind_of_body_has_an_overload_of_one_name()
    {
        var result = Run($$"""
            "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } },
            "multipart/form-data": { "schema": {{Avatar}} },
            "image/png": { "schema": { "type": "string", "format": "binary" } }
            """);

        Assert.Equal(["Pet", "PutMultipartBody", "Stream"], Methods(result, "PutAsync").Select(method => method.Parameters[0].Type.Name));
        Assert.Equal(3, Methods(result, "PutAsync", "IWeatherClient").Count());
    }

    [Fact]
    public void An_operation_called_like_an_overload_keeps_its_name()
    {
        var result = Run("""
            "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } }, "text/plain": { "schema": { "type": "string" } }
            """, """, "post": { "operationId": "putText", "responses": { "204": { "description": "d" } } }""");

        Assert.Equal(["Pet", "String"], Methods(result, "PutAsync").Select(method => method.Parameters[0].Type.Name));
        Assert.Single(Methods(result, "PutTextAsync"));
    }

    [Fact]
    public void Bytes_are_files_in_parts_only()
    {
        var result = Run($$"""
            "application/json": { "schema": { "type": "object", "required": ["image"], "properties": { "image": { "type": "string", "format": "byte" } } } }, "multipart/form-data": { "schema": {{Avatar}} }
            """);
        var bodies = Methods(result, "PutAsync").Select(method => (INamedTypeSymbol)method.Parameters[0].Type).ToList();

        Assert.Equal(["ReadOnlyMemory<byte>", "UtcpFile"], bodies.Select(body => TypeOf(body, "Image")).Order(StringComparer.Ordinal));
        Assert.Equal("IReadOnlyList<UtcpFile>?", TypeOf(bodies.Single(body => body.GetMembers("Pages").Length > 0), "Pages"));
    }

    [Theory]
    [InlineData("{}", "image/png", "UtcpFile?")]
    [InlineData("""{ "type": "array", "items": {} }""", "image/png", "IReadOnlyList<UtcpFile>?")]
    [InlineData("{}", "application/json", "JsonElement?")]
    public void A_part_without_a_schema_is_a_file_where_its_media_type_is_no_text(string schema, string mediaType, string type)
    {
        var result = Run($$"""
            "multipart/form-data": { "schema": { "type": "object", "properties": { "part": {{schema}}, "n": { "type": "integer" } } }, "encoding": { "part": { "contentType": "{{mediaType}}" } } }
            """);

        Assert.Equal(type, TypeOf((INamedTypeSymbol)Methods(result, "PutAsync").Single().Parameters[0].Type, "Part"));
    }

    private static string TypeOf(INamedTypeSymbol type, string property) => type.GetMembers(property).OfType<IPropertySymbol>().Single().Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static IEnumerable<IMethodSymbol> Methods(GeneratorTestResult result, string name, string type = "WeatherClient") =>
        result.Type("Acme.Weather." + type).GetMembers(name).OfType<IMethodSymbol>().OrderBy(method => method.Parameters[0].Type.Name, StringComparer.Ordinal);

    private static GeneratorTestResult Run(string content, string others = "") => GeneratorTest.Run($$"""
        { "openapi": "3.1.0", "info": { "title": "Weather", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
          "paths": { "/x": { "put": { "operationId": "put", "requestBody": { "required": true, "content": { {{content}} } }, "responses": { "204": { "description": "d" } } }{{others}} } },
          "components": { "schemas": { "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } } } }
        """).Compiles();
}
