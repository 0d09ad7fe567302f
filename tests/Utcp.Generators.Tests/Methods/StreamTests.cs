using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Methods;

/// <summary>Tools whose results arrive one by one.</summary>
public sealed class StreamTests
{
    private const string Sse = """{ "call_template_type": "sse", "url": "https://api.example.com/{region}" }""";
    private const string Region = """{ "type": "object", "properties": { "region": { "type": "string" } }, "required": ["region"] }""";
    private const string Alert = """{ "title": "Alert", "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] }""";
    private const string Tail = "UtcpCallOptions? options = null, CancellationToken cancellationToken = default)";

    [Fact]
    public void An_sse_tool_becomes_a_method_of_class_and_interface()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("watch_alerts", Region, Alert, Sse))).Compiles().Reports();

        Assert.Contains("    public IAsyncEnumerable<Alert> WatchAlertsAsync(string region, " + Tail + "\n    {\n"
            + "        var request = new HttpRequestBuilder(_binding, Operations.WatchAlerts, options);\n        request.PathString(\"region\", region);\n"
            + "        return request.StreamEventsAsync<Alert, ModelCodec<Alert>>(cancellationToken);\n", result.Text, StringComparison.Ordinal);
        Assert.Contains("    IAsyncEnumerable<Alert> WatchAlertsAsync(string region, " + Tail + ";", result.Text, StringComparison.Ordinal);
        Assert.Contains("/// <returns>The items as they arrive.", result.Text, StringComparison.Ordinal);
        Assert.Contains("MethodName = \"WatchAlertsAsync\"", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_sse_template_is_described_in_full()
    {
        var template = """
            { "call_template_type": "sse", "url": "https://api.example.com/x", "event_type": "a\"b", "reconnect": false, "retry_timeout": 500, "header_fields": ["h"], "body_field": "b",
              "headers": { "X-Auth-Token": "canary" }, "auth": { "auth_type": "api_key", "api_key": "${KEY}" } }
            """;
        var inputs = """{ "type": "object", "properties": { "h": { "type": "string" }, "b": { "type": "object", "properties": { "q": { "type": "integer" } } }, "n": { "type": "integer" } } }""";
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("watch", inputs, template: template))).Compiles();

        Assert.Contains("new(\"watch\", \"GET\", \"https://api.example.com/x\")", result.Text, StringComparison.Ordinal);
        Assert.Contains("ContentType = \"application/json\",", result.Text, StringComparison.Ordinal);
        Assert.Contains("            EventType = \"a\\\"b\",\n            Reconnect = false,\n            RetryTimeout = TimeSpan.FromMilliseconds(500L),\n", result.Text, StringComparison.Ordinal);
        Assert.Contains("Effects = ToolEffects.Unknown,", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.HeaderString(\"h\", h);", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.Body<", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.QueryInt64(\"n\", n);", result.Text, StringComparison.Ordinal);
        Assert.Contains("public const string Key = \"KEY\";", result.Text, StringComparison.Ordinal);
        Assert.Contains("public const string XAuthToken = \"X_AUTH_TOKEN\";", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "JsonElement", "JsonElement, ElementCodec")]
    [InlineData("""{ "type": "null" }""", "JsonElement", "JsonElement, ElementCodec")]
    [InlineData("""{ "type": "string" }""", "string", "string, StringCodec")]
    [InlineData("""{ "type": ["string", "null"] }""", "string?", "string?, NullableReferenceCodec<string, StringCodec>")]
    [InlineData("""{ "type": "integer" }""", "long", "long, Int64Codec")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "IReadOnlyList<long>", "IReadOnlyList<long>, ListCodec<long, Int64Codec>")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } } }""", "WatchItem", "WatchItem, ModelCodec<WatchItem>")]
    public void Outputs_describe_one_item(string outputs, string item, string codec)
    {
        foreach (var (type, send) in new[] { ("sse", "StreamEventsAsync"), ("streamable_http", "StreamItemsAsync") })
        {
            var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("watch", "{}", outputs, $$"""{ "call_template_type": "{{type}}", "url": "https://api.example.com/x" }"""))).Compiles().Reports();
            Assert.Contains("public IAsyncEnumerable<" + item + "> WatchAsync(" + Tail, result.Text, StringComparison.Ordinal);
            Assert.Contains("return request." + send + "<" + codec + ">(cancellationToken);", result.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Binary_outputs_of_streamable_http_are_pieces_of_bytes()
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("download", "{}", """{ "type": "string", "format": "binary" }""",
            """{ "call_template_type": "streamable_http", "url": "https://api.example.com/x", "chunk_size": 1024, "timeout": 5000 }"""))).Compiles().Reports();

        Assert.Contains("public IAsyncEnumerable<ReadOnlyMemory<byte>> DownloadAsync(" + Tail, result.Text, StringComparison.Ordinal);
        Assert.Contains("return request.StreamBytesAsync(cancellationToken);", result.Text, StringComparison.Ordinal);
        Assert.Contains("            Timeout = TimeSpan.FromMilliseconds(5000L),\n            ChunkSize = 1024,\n", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "q": { "type": "string" } } }""", "", "application/json", "request.Body<")]
    [InlineData("""{ "type": "string", "format": "binary" }""", "", "application/octet-stream", "request.BodyStream(")]
    [InlineData("""{ "type": "string" }""", ", \"content_type\": \"text/plain\"", "text/plain", "request.Body<")]
    public void A_body_of_streamable_http_that_is_no_bytes_is_JSON(string body, string more, string contentType, string send)
    {
        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool(
            "ask",
            $$"""{ "type": "object", "properties": { "body": {{body}} }, "required": ["body"] }""",
            template: $$"""{ "call_template_type": "streamable_http", "http_method": "POST", "url": "https://api.example.com/x", "body_field": "body"{{more}} }"""))).Compiles().Reports();

        Assert.Contains("ContentType = \"" + contentType + "\",", result.Text, StringComparison.Ordinal);
        Assert.Contains(send, result.Text, StringComparison.Ordinal);
        Assert.Contains("new(\"ask\", \"POST\",", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Timeout = ", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_the_manual_may_be_called_like_those_of_the_framework()
    {
        var outputs = """{ "title": "IAsyncEnumerable", "type": "object", "properties": { "a": { "title": "HttpRequestBuilder", "type": "object", "properties": { "b": { "type": "string" } } } } }""";
        GeneratorTest.Run(Sample.WithTools(Sample.Tool("watch", Region, outputs, Sse))).Compiles().Reports();
    }

    [Fact]
    public void Websocket_tools_have_a_call_a_stream_and_a_session()
    {
        const string Template = """{ "call_template_type": "websocket", "url": "wss://api.example.com/{region}", "message": { "type": "call", "id": "UTCP_REQUEST_ID", "n": "UTCP_ARG_n_UTCP_ARG" }, "protocol": "p.v1", "keep_alive": false, "response_format": "json", "timeout": 5, "auth": { "auth_type": "api_key", "api_key": "${KEY}", "var_name": "token", "location": "message" } }""";
        var result = GeneratorTest.Run(Sample.WithTools(
            Sample.Tool("watch", """{ "type": "object", "properties": { "region": { "type": "string" }, "n": { "type": ["integer", "null"] }, "m": { "type": "string" } }, "required": ["region", "n"] }""", """{ "type": "integer" }""", Template.Replace("UTCP_ARG_n_UTCP_ARG", "UTCP_ARG_n_UTCP_ARG UTCP_ARG_m_UTCP_ARG", StringComparison.Ordinal)),
            Sample.Tool("bare", template: """{ "call_template_type": "websocket", "url": "wss://api.example.com/x" }"""))).Compiles().Reports();

        Assert.Contains("Task<long> WatchAsync(string region, long? n, string? m = null, UtcpCallOptions? options = null", result.Text, StringComparison.Ordinal);
        Assert.Contains("IAsyncEnumerable<long> WatchStreamAsync(string region, long? n, string? m = null,", result.Text, StringComparison.Ordinal);
        Assert.Contains("Task<UtcpWebSocketSession<long>> WatchSessionAsync(string region, UtcpCallOptions? options = null", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.Handshake.PathString(\"region\", region);", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.ArgumentOrNull<long?, NullableCodec<long, Int64Codec>>(\"n\", n);", result.Text, StringComparison.Ordinal);
        Assert.Contains("request.Argument<string, StringCodec>(\"m\", m);", result.Text, StringComparison.Ordinal);
        foreach (var line in (string[])["KeepAlive = false,", "Format = WebSocketFormat.Json,", "Subprotocol = \"p.v1\",", "Location = ApiKeyLocation.Message }", "Timeout = TimeSpan.FromMilliseconds(5000L),", "public const string Key = \"KEY\""])
        {
            Assert.Contains(line, result.Text, StringComparison.Ordinal);
        }

        Assert.Equal(6, result.Type("Acme.Weather.IWeatherClient").GetMembers().Length);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(result.Text, "new ToolInfo"));
    }
}
