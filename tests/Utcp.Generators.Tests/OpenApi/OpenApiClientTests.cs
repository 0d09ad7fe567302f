using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.OpenApi;

/// <summary>OpenAPI documents as clients.</summary>
public sealed class OpenApiClientTests
{
    private const string Pets = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Pets", "version": "2.1" },
          "servers": [ { "url": "https://api.example.com/v1" } ],
          "security": [ { "api_key": [] } ],
          "paths": {
            "/pets/{id}": {
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int64" } } ],
              "get": {
                "operationId": "getPet", "summary": "A pet.", "description": "With all that is known of it.",
                "parameters": [
                  { "name": "fields", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "kind", "in": "query", "schema": { "oneOf": [ { "type": "string" }, { "type": "array", "items": { "type": "string" } } ] } },
                  { "name": "tags", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "id", "in": "query", "schema": { "type": "string" } }
                ],
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } }
              },
              "delete": { "deprecated": true, "security": [], "responses": { "204": { "description": "Gone" } } }
            },
            "/pets": {
              "post": {
                "operationId": "addPet",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": { "201": { "description": "Made", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } }
              }
            },
            "/files": {
              "post": {
                "operationId": "upload",
                "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } } } } },
                "responses": { "204": { "description": "OK" } }
              }
            }
          },
          "components": {
            "schemas": { "Pet": { "type": "object", "required": [ "id", "name" ], "properties": { "id": { "type": "integer", "readOnly": true }, "name": { "type": "string" } } } },
            "securitySchemes": { "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
          }
        }
        """;

    [Fact]
    public void Operations_become_methods()
    {
        var result = GeneratorTest.Run(Pets, "pets.openapi.json").Compiles();

        var methods = result.Type("Acme.Pets.IPetsClient").GetMembers().Select(member => member.ToDisplayString()).ToList();
        Assert.Contains(methods, method => method.Contains(".GetPetAsync(long", StringComparison.Ordinal));
        Assert.Contains(methods, method => method.Contains(".AddPetAsync(Acme.Pets.Pet", StringComparison.Ordinal));
        Assert.Contains(methods, method => method.Contains(".UploadAsync(Acme.Pets.UploadBody?", StringComparison.Ordinal));
        Assert.Contains("<summary>A pet.</summary>", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_go_where_the_document_says()
    {
        var text = GeneratorTest.Run(Pets, "pets.json").Compiles().Text;

        Assert.Contains("request.PathInt64(\"id\", id);", text, StringComparison.Ordinal);
        Assert.Contains("request.QueryString(\"id\", queryId);", text, StringComparison.Ordinal);
        Assert.Contains("request.QueryStyled<IReadOnlyList<string>, ListCodec<string, StringCodec>>(\"fields\", fields, ParameterStyle.Form);", text, StringComparison.Ordinal);
        Assert.Contains("request.QueryStyled<GetPetKind?, NullableCodec<GetPetKind, ModelCodec<GetPetKind>>>(\"kind\", kind, ParameterStyle.Form, explode: true);", text, StringComparison.Ordinal);
        Assert.Contains("request.QueryValue<IReadOnlyList<string>, ListCodec<string, StringCodec>>(\"tags\", tags);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_servers_and_media_types_are_those_of_the_operation()
    {
        var text = GeneratorTest.Run(Pets, "pets.json").Compiles().Text;

        Assert.Contains("new(\"getPet\", \"GET\", \"https://api.example.com/v1/pets/{id}\")", text, StringComparison.Ordinal);
        Assert.Contains("new(\"Accept\", \"application/json\")", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("Security = SecurityTables.SchemeApiKey,").Length);
        Assert.Equal(1, text.Split("ApiKey = \"${API_KEY}\", VarName = \"X-Key\"").Length - 1);
    }

    [Fact]
    public void What_only_the_server_sets_need_not_be_sent()
    {
        var pet = GeneratorTest.Run(Pets, "pets.json").Compiles().Type("Acme.Pets.Pet");

        Assert.False(pet.GetMembers("Id").OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().IsRequired);
        Assert.True(pet.GetMembers("Name").OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().IsRequired);
    }
}
