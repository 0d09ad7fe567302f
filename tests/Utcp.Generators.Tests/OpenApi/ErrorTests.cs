using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.OpenApi;

/// <summary>The answers that report errors.</summary>
public sealed class ErrorTests
{
    private const string Document = """
        {
          "openapi": "3.1.0", "info": { "title": "Pets", "version": "1" }, "servers": [ { "url": "https://api.example.com" } ],
          "paths": {
            "/a": { "get": { "operationId": "a", "responses": {
              "200": { "description": "OK" },
              "404": { "$ref": "#/components/responses/Missing" },
              "422": { "description": "The pet is <wrong>.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } },
              "5XX": { "description": "Down" } } } },
            "/b": { "get": { "operationId": "b", "responses": {
              "204": { "description": "OK" },
              "404": { "$ref": "#/components/responses/Missing" },
              "422": { "description": "No.", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } } } } },
            "/c": { "get": { "operationId": "c", "responses": {
              "204": { "description": "OK" },
              "403": { "description": "Forbidden" },
              "409": { "description": "Two kinds", "content": {
                "application/json": { "schema": { "type": "object", "properties": { "reason": { "type": "string" } } } },
                "application/problem+json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } },
              "4XX": { "description": "Wrong", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } },
              "default": { "description": "Any", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } } } } },
            "/d": { "get": { "operationId": "d", "responses": { "default": { "description": "Anything", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Invalid" } } } } } } },
            "/e": { "get": { "operationId": "e", "responses": { "204": { "description": "OK" }, "400": { "description": "Text", "content": { "text/plain": { "schema": { "type": "string" } } } } } } }
          },
          "components": {
            "responses": { "Missing": { "description": "Not there", "content": { "application/json": { "schema": { "type": "object", "properties": { "what": { "type": "string" } } } } } } },
            "schemas": { "Invalid": { "type": "object", "required": [ "fields" ], "properties": { "fields": { "type": "array", "items": { "type": "string" } } } } }
          }
        }
        """;

    private static readonly GeneratorTestResult s_result = GeneratorTest.Run(Document, "pets.json").Compiles().Reports().Initialises();

    [Fact]
    public void Operations_with_equal_errors_share_a_table()
    {
        const string Table = "MissingError404_Invalid422 = [new HttpError<MissingError, ModelCodec<MissingError>>(404), new HttpError<Invalid, ModelCodec<Invalid>>(422)];";

        Assert.Equal(2, s_result.Text.Split(Table).Length);
        Assert.Equal(3, s_result.Text.Split("Errors = ErrorTables.MissingError404_Invalid422,").Length);
    }

    [Fact]
    public void Narrow_statuses_go_first_and_those_without_a_shape_shield_from_wide_ones()
    {
        Assert.Contains(
            "Plain403_ConflictError409_Invalid409_Invalid = [new HttpError(403), new HttpError<ConflictError, ModelCodec<ConflictError>>(409) { MediaType = \"application/json\" }, "
                + "new HttpError<Invalid, ModelCodec<Invalid>>(409) { MediaType = \"application/problem+json\" }, new HttpError<Invalid, ModelCodec<Invalid>>()];",
            s_result.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_typed_needs_no_table()
    {
        Assert.Equal(4, s_result.Text.Split("Errors = ErrorTables.").Length);
        Assert.Contains("Task<Invalid> DAsync(", s_result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_docs_say_when_each_is_thrown()
    {
        Assert.Contains("/// <exception cref=\"UtcpHttpException{Invalid}\">422: The pet is &lt;wrong&gt;.</exception>", s_result.Text, StringComparison.Ordinal);
        Assert.Contains("/// <exception cref=\"UtcpHttpException{MissingError}\">404: Not there.</exception>", s_result.Text, StringComparison.Ordinal);
        Assert.Contains("/// <exception cref=\"UtcpHttpException\">The server answered with an error status, such as 5XX: Down.</exception>", s_result.Text, StringComparison.Ordinal);
    }
}
