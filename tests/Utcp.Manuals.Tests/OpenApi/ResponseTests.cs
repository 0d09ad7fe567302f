using Utcp.Manuals.Model;
using Utcp.Manuals.Tests.Schemas;

namespace Utcp.Manuals.Tests.OpenApi;

public sealed class ResponseTests
{
    private const string Json = "{\"description\":\"\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"string\"}}}}";
    private const string Number = "{\"description\":\"\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"integer\"}}}}";
    private const string Empty = "{\"description\":\"\"}";

    [Theory]
    [InlineData("\"200\":J", "string", "200", "")]
    [InlineData("\"201\":J,\"404\":N", "string", "201", "404")]
    [InlineData("\"2XX\":J,\"4xx\":N,\"default\":N", "string", "2XX", "4XX default")]
    [InlineData("\"default\":J", "string", "default", "default")]
    [InlineData("\"400\":N,\"default\":J", "string", "default", "400 default")]
    [InlineData("\"404\":N", "", "", "404")]
    [InlineData("\"204\":E", "null?", "204", "")]
    [InlineData("\"202\":E,\"200\":J", "string?", "200 202", "")]
    [InlineData("\"200\":J,\"201\":J", "string", "200 201", "")]
    [InlineData("\"200\":J,\"201\":N", "(string | integer)", "200 201", "")]
    [InlineData("\"302\":E", "string(binary)", "", "302")]
    [InlineData("\"x-a\":7", "", "", "")]
    public void Successes_and_errors_are_told_apart(string responses, string result, string successes, string errors)
    {
        var read = Read(responses.Replace("J", Json, StringComparison.Ordinal).Replace("N", Number, StringComparison.Ordinal).Replace("E", Empty, StringComparison.Ordinal));
        Assert.Equal("", read.Places);
        Assert.Equal((result, successes, errors), (Result(read), Codes(read.Tool.Responses), Codes(read.Tool.Errors)));
    }

    [Theory]
    [InlineData("\"application/json\":{}", MediaKind.Json, "")]
    [InlineData("\"application/json\":{\"schema\":{\"type\":\"object\"}},\"text/event-stream\":{}", MediaKind.Json, "{}")]
    [InlineData("\"text/event-stream\":{\"schema\":{\"type\":\"object\"}}", MediaKind.EventStream, "{}")]
    [InlineData("\"text/event-stream\":{}", MediaKind.EventStream, "string")]
    [InlineData("\"text/event-stream\":{\"itemSchema\":{\"properties\":{\"data\":{\"type\":\"string\",\"contentMediaType\":\"application/json\",\"contentSchema\":{\"type\":\"object\"}}}}}", MediaKind.EventStream, "{}")]
    [InlineData("\"application/x-ndjson\":{\"schema\":{\"type\":\"object\"}}", MediaKind.JsonLines, "{}")]
    [InlineData("\"application/jsonl\":{\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}", MediaKind.JsonLines, "integer")]
    [InlineData("\"application/jsonl\":{\"itemSchema\":{\"type\":\"integer\"}}", MediaKind.JsonLines, "integer")]
    [InlineData("\"application/json-seq\":{\"itemSchema\":{\"type\":\"integer\"}}", MediaKind.JsonSequence, "integer")]
    [InlineData("\"application/pdf\":{\"schema\":{\"type\":\"string\"}}", MediaKind.Binary, "string(binary)")]
    [InlineData("\"text/html\":{\"schema\":{\"type\":\"string\"}}", MediaKind.Text, "string")]
    [InlineData("\"text/plain\":{\"schema\":{\"type\":\"integer\"}}", MediaKind.Json, "integer")]
    [InlineData("\"text/csv\":{\"schema\":{\"type\":\"array\"}}", MediaKind.Text, "string")]
    [InlineData("\"application/gpx+xml\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}", MediaKind.Binary, "string(binary)")]
    [InlineData("\"application/json\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}", MediaKind.Binary, "string(binary)")]
    [InlineData("\"multipart/mixed\":{\"schema\":{\"type\":\"object\"}}", MediaKind.Binary, "string(binary)")]
    [InlineData("\"application/problem+json\":{\"schema\":{\"type\":\"object\"}},\"text/plain\":{}", MediaKind.Json, "{}")]
    public void Media_types_decide_how_an_answer_is_read(string content, MediaKind kind, string result)
    {
        var read = Read("\"200\":{\"description\":\"\",\"content\":{" + content + "}}");
        Assert.Equal(("", kind, result), (read.Places, read.Tool.ResultKind, Result(read)));
        Assert.Equal(read.Tool.Responses[0].MediaType, read.Tool.ResultMediaType);
    }

    [Fact]
    public void Answers_have_headers_examples_and_references()
    {
        var read = ReadApi.Operation("\"responses\":{\"200\":{\"$ref\":\"#/components/responses/R\"}}", """
            "servers":[{"url":"https://h"}],"components":{"headers":{"H":{"description":"d","schema":{"type":"integer"} } },
              "responses":{"R":{"description":"ok","headers":{"X-A":{"$ref":"#/components/headers/H"},"content-type":{} },"content":{"application/json":{"examples":{"a":{"value":1} } } } } } }
            """);
        Assert.Equal("", read.Places);
        var response = Assert.Single(read.Tool.Responses);
        Assert.Equal("ok", response.Description);
        Assert.Equal("X-A d integer", Assert.Single(response.Headers.Select(header => $"{header.Name} {header.Description} {SchemaText.Of(header.Schema!)}")));
        Assert.Equal("1", Assert.Single(response.Contents[0].Examples).Text);
    }

    [Theory]
    [InlineData("", "{\"schema\":{\"type\":\"integer\"}}", "Json integer application/json")]
    [InlineData("\"produces\":[\"application/xml\",\"application/json\"],", "{\"schema\":{\"type\":\"integer\"}}", "Json integer application/json")]
    [InlineData("\"produces\":[\"application/pdf\"],", "{\"schema\":{\"type\":\"file\"}}", "Binary string(binary) application/pdf")]
    [InlineData("\"produces\":[\"text/plain\"],", "{\"schema\":{\"type\":\"string\"}}", "Text string text/plain")]
    [InlineData("", "{}", "Json null? ")]
    public void Swagger_answers_have_the_media_types_that_are_produced(string produces, string response, string expected)
    {
        var read = ReadApi.Swagger($"\"/x\":{{\"get\":{{{produces}\"responses\":{{\"200\":{response}}}}}}}");
        Assert.Equal(("", expected), (read.Places, $"{read.Tool.ResultKind} {Result(read)} {read.Tool.ResultMediaType}"));
    }

    [Theory]
    [InlineData("\"ok\":{}", "UTCP006 R/ok")]
    [InlineData("\"99\":{}", "UTCP006 R/99")]
    [InlineData("\"200\":7", "UTCP006 R/200")]
    [InlineData("\"200\":{\"$ref\":\"#/nope\"}", "UTCP013 R/200/$ref")]
    [InlineData("\"200\":{\"content\":7}", "UTCP006 R/200/content")]
    [InlineData("\"200\":{\"content\":{\"application/json\":{\"schema\":7}}}", "UTCP016 R/200/content/application~1json/schema")]
    [InlineData("\"200\":{\"headers\":{\"A\":7}}", "UTCP006 R/200/headers/A")]
    [InlineData("\"200\":{\"content\":{\"application/xml\":{\"schema\":{\"type\":\"object\"}}}}", "UTCP101 R/200/content/application~1xml")]
    public void A_broken_answer_is_reported(string responses, string problem)
    {
        var read = Read(responses);
        Assert.Equal(problem.Replace("R/", "/paths/~1x/get/responses/", StringComparison.Ordinal), read.Places);
        Assert.Equal("op", read.Tool.Name);
    }

    [Fact]
    public void Answers_of_another_kind_are_reported()
    {
        var read = Read("\"200\":{\"content\":{\"application/pdf\":{}}},\"202\":" + Json);
        Assert.Equal(("UTCP101 /paths/~1x/get/responses/202/content/application~1json", MediaKind.Binary), (read.Places, read.Tool.ResultKind));
    }

    [Fact]
    public void A_head_request_returns_nothing()
    {
        var read = ReadApi.Of("\"/x\":{\"head\":{\"responses\":{\"200\":" + Json + "}}}");
        Assert.Equal("null?", Result(read));
    }

    private static ReadApi Read(string responses) => ReadApi.Operation("\"responses\":{" + responses + "}");

    private static string Result(ReadApi read) => read.Tool.Result is null ? "" : SchemaText.Of(read.Tool.Result);

    private static string Codes(IReadOnlyList<ToolResponse> responses) => string.Join(" ", responses.Select(response => response.Status));
}
