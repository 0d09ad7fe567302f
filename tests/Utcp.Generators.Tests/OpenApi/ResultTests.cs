using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.OpenApi;

/// <summary>What methods return: values, unions by status, streams.</summary>
public sealed class ResultTests
{
    [Fact]
    public void Answers_of_different_shapes_are_a_union_by_status()
    {
        var text = Operation("""
            "200": { "description": "Done", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } },
            "201": { "description": "Done too", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } },
            "202": { "description": "Later", "content": { "application/json": { "schema": { "type": "object", "properties": { "job": { "type": "string" } } } } } },
            "203": { "description": "Text", "content": { "text/plain": { "schema": { "type": "string" } } } },
            "206": { "description": "Bytes", "content": { "application/octet-stream": {} } },
            "2XX": { "description": "Any", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Done" } } } } }
            """);

        Assert.Contains("Task<RunResult> RunAsync(", text, StringComparison.Ordinal);
        Assert.Contains("Results = [new(200, 200, 0), new(201, 201, 0), new(202, 202, 1), new(203, 203, 2, CaseForm.Text), new(206, 206, 3, CaseForm.Bytes), new(200, 299, 4)],", text, StringComparison.Ordinal);
        Assert.Contains("request.SendByStatusAsync<RunResult>(cancellationToken)", text, StringComparison.Ordinal);
        Assert.Contains("public readonly partial struct RunResult : IJsonUnion<RunResult>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_without_a_body_among_others_is_null()
    {
        var text = Operation("""
            "200": { "description": "Done", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } },
            "202": { "description": "Later", "content": { "application/json": { "schema": { "type": "object", "properties": { "job": { "type": "string" } } } } } },
            "204": { "description": "Nothing" }
            """);

        Assert.Contains("Task<RunResult?> RunAsync(", text, StringComparison.Ordinal);
        Assert.Contains("request.SendByStatusOrNullAsync<RunResult>(cancellationToken)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/event-stream", "schema", "RunAsync")]
    [InlineData("application/x-ndjson", "itemSchema", "RunAsync")]
    [InlineData("application/json-seq", "itemSchema", "RunAsync")]
    public void Streams_are_enumerated(string mediaType, string keyword, string method)
    {
        var text = Operation($$"""
            "200": { "description": "Items", "content": { "{{mediaType}}": { "{{keyword}}": { "$ref": "#/components/schemas/Done" } } } }
            """);

        Assert.Contains($"IAsyncEnumerable<Done> {method}(", text, StringComparison.Ordinal);
        Assert.Contains($"new(\"Accept\", \"{mediaType}\")", text, StringComparison.Ordinal);
        Assert.Contains("request.StreamItemsAsync<Done, ModelCodec<Done>>(cancellationToken)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void A_value_or_a_stream_is_two_methods(string assumed, bool isSaid)
    {
        var result = Run($$"""
            "200": { "description": "OK", "headers": { "X-Cost": { "description": "What it cost.", "schema": { "type": "integer" } } }, "content": {
              "text/event-stream": { "schema": { "type": "object", "properties": { "delta": { "type": "string" } } } },
              "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } }
            """, $$"""
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ask{{assumed}}" } } } },
            """);
        var text = result.Text;

        Assert.Contains($"Task<Done> RunAsync(Ask{assumed} body,", text, StringComparison.Ordinal);
        Assert.Contains($"IAsyncEnumerable<RunEvent> RunStreamAsync(Ask{assumed} body,", text, StringComparison.Ordinal);
        Assert.Contains("body = body with { Stream = true };", text, StringComparison.Ordinal);
        Assert.Equal(isSaid, text.Contains("body = body with { Stream = false };", StringComparison.Ordinal));
        Assert.Contains("Headers = [new(\"Accept\", \"application/json\")]", text, StringComparison.Ordinal);
        Assert.Contains("Headers = [new(\"Accept\", \"text/event-stream\")]", text, StringComparison.Ordinal);
        Assert.Contains("X-Cost (What it cost)", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("MethodName = ").Length);
    }

    [Fact]
    public void Bytes_or_a_stream_are_two_methods()
    {
        var text = Operation("""
            "200": { "description": "OK", "content": {
              "application/octet-stream": { "schema": { "type": "string", "format": "binary" } },
              "text/event-stream": { "schema": { "$ref": "#/components/schemas/Done" } } } }
            """);

        Assert.Contains("Task<UtcpStreamResult> RunAsync(", text, StringComparison.Ordinal);
        Assert.Contains("IAsyncEnumerable<Done> RunStreamAsync(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_described_by_type_are_a_union_of_their_data()
    {
        var text = Operation("""
            "200": { "description": "Events", "content": { "text/event-stream": { "itemSchema": {
              "type": "object", "required": [ "event" ], "properties": { "event": { "type": "string" }, "data": { "type": "string" } },
              "oneOf": [
                { "properties": { "event": { "const": "plain" } } },
                { "properties": { "event": { "const": "done" }, "data": { "contentMediaType": "application/json", "contentSchema": { "$ref": "#/components/schemas/Done" } } } } ] } } } }
            """);

        Assert.Contains("IAsyncEnumerable<RunItem> RunAsync(", text, StringComparison.Ordinal);
        Assert.Contains("public bool TryGetDone(", text, StringComparison.Ordinal);
        Assert.Contains("public bool TryGetString(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_media_types_that_can_be_read_are_asked_for()
    {
        var text = Operation("""
            "200": { "description": "OK", "content": {
              "application/xml": { "schema": { "$ref": "#/components/schemas/Done" } },
              "application/hal+json": { "schema": { "$ref": "#/components/schemas/Done" } },
              "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } }
            """);

        Assert.Contains("new(\"Accept\", \"application/json, application/hal+json\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_of_json_is_asked_for_too()
    {
        var text = Operation("""
            "200": { "description": "OK", "content": { "*/*": { "schema": { "$ref": "#/components/schemas/Done" } } } }
            """);

        Assert.Contains("new(\"Accept\", \"application/json, */*;q=0.8\")", text, StringComparison.Ordinal);
    }

    private static string Operation(string responses) => Run(responses, "").Text;

    private static GeneratorTestResult Run(string responses, string body) => GeneratorTest.Run(
        $$"""
        {
          "openapi": "3.2.0", "info": { "title": "Jobs", "version": "1" }, "servers": [ { "url": "https://api.example.com" } ],
          "paths": { "/run": { "post": { "operationId": "run", {{body}} "responses": { {{responses}} } } } },
          "components": { "schemas": {
            "Done": { "type": "object", "required": [ "value" ], "properties": { "value": { "type": "string" } } },
            "Askfalse": { "type": "object", "required": [ "question" ], "properties": { "question": { "type": "string" }, "stream": { "type": [ "boolean", "null" ], "default": false } } },
            "Asktrue": { "type": "object", "properties": { "stream": { "type": "boolean", "default": true } } } } }
        }
        """,
        "jobs.json").Compiles().Reports().Initialises();
}
