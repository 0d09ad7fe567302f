using System.Text;
using System.Text.Json;

namespace Utcp.Client.Tests.Manuals;

/// <summary>OpenAPI documents, found and called like manuals.</summary>
public sealed class OpenApiTests
{
    private const string Document = """
        {"openapi":"3.0.3","info":{"title":"Stations","version":"2.1"},"servers":[{"url":"/v1"}],
         "paths":{"/stations/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer","minimum":0,"exclusiveMinimum":true}}],
           "get":{"operationId":"getStation","summary":"One station.","tags":["station"],"parameters":[{"name":"fields","in":"query","description":"What to return.","explode":false,"schema":{"type":"array","items":{"type":"string"}}}],
             "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Station"}}}}}},
           "put":{"operationId":"putStation","security":[{"key":[]}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Station"}}}},"responses":{"204":{"description":"ok"}}}}},
         "components":{"schemas":{"Station":{"type":"object","required":["name"],"properties":{"name":{"type":"string","nullable":true},"parent":{"$ref":"#/components/schemas/Station"}}}},
           "securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}}}}
        """;

    [Fact]
    public async Task An_operation_is_called()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Target == "/openapi.json" ? Document : """{"name":"Lisboa"}"""));
        await using var client = await ClientAsync(provider);
        Assert.Equal("Lisboa", (await client.CallToolAsync("s.getStation", JsonElement.Parse("""{"id":7,"fields":["a","b"]}"""))).GetProperty("name").GetString());
        Assert.Equal("GET /v1/stations/7?fields=a,b", provider.Requests[1].Line);
        Assert.Equal("application/json", provider.Requests[1]["Accept"]);

        await client.CallToolAsync("s.putStation", JsonElement.Parse("""{"id":7,"body":{"name":"Porto"}}"""));
        Assert.Equal(("PUT /v1/stations/7", """{"name":"Porto"}""", "k"), (provider.Requests[2].Line, provider.Requests[2].Text, provider.Requests[2]["X-Key"]));
    }

    [Fact]
    public async Task An_operation_has_a_schema_of_its_arguments()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        await client.RegisterManualAsync(CallTemplate.Text(Document, "s", "http"));
        Assert.Equal(
            """{"type":"object","properties":{"id":{"type":"integer","exclusiveMinimum":0},"fields":{"type":"array","items":{"type":"string"},"description":"What to return."}},"required":["id"],"additionalProperties":false}""",
            Encoding.UTF8.GetString((await client.GetToolAsync("s.getStation")).InputsSchema.Span));
        Assert.Equal(
            """{"type":"object","properties":{"id":{"type":"integer","exclusiveMinimum":0},"body":{"$ref":"#/$defs/Station"}},"required":["id","body"],"additionalProperties":false,"$defs":{"Station":{"type":"object","required":["name"],"properties":{"name":{"type":["string","null"]},"parent":{"$ref":"#/$defs/Station"}}}}}""",
            Encoding.UTF8.GetString((await client.GetToolAsync("s.putStation")).InputsSchema.Span));
        using var outputs = JsonDocument.Parse((await client.GetToolAsync("s.getStation")).OutputsSchema);
        Assert.Equal("#/$defs/Station", outputs.RootElement.GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task A_base_with_a_discriminator_is_described_by_its_cases()
    {
        const string Zoo = """
            {"openapi":"3.0.3","info":{"title":"Zoo","version":"1"},"servers":[{"url":"https://h"}],
             "paths":{"/pets":{"put":{"operationId":"put","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}},"responses":{"204":{"description":"ok"}}}}},
             "components":{"schemas":{"Pet":{"type":"object","properties":{"kind":{"type":"string"}},"additionalProperties":false,"discriminator":{"propertyName":"kind","mapping":{"cat":"Cat"}}},
               "Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"prey":{"$ref":"#/components/schemas/Pet"}}}]}}}}
            """;
        await using var client = new UtcpClient(Clients.Configuration());
        await client.RegisterManualAsync(CallTemplate.Text(Zoo, "s", "http"));
        using var inputs = JsonDocument.Parse((await client.GetToolAsync("s.put")).InputsSchema);
        Assert.Equal(
            """{"Pet":{"anyOf":[{"allOf":[{"$ref":"#/$defs/Cat"},{"properties":{"kind":{"enum":["cat"]}},"required":["kind"]}]}]},"Cat":{"allOf":[{"$ref":"#/$defs/PetBase"},{"properties":{"prey":{"$ref":"#/$defs/Pet"}}}]},"PetBase":{"type":"object","properties":{"kind":{"type":"string"}}}}""",
            inputs.RootElement.GetProperty("$defs").GetRawText());
    }

    [Fact]
    public async Task A_text_with_a_base_URL_goes_there()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = new UtcpClient(Clients.Configuration());
        var template = CallTemplate.Parse($$"""{"call_template_type":"text","name":"s","base_url":"http://127.0.0.1:{{provider.Port}}/v9","content":{{JsonSerializer.Serialize(Document, TestJson.Default.String)}},"allowed_communication_protocols":["http"]}""");
        Assert.Null((await client.RegisterManualAsync(template)).Error);
        await client.CallToolAsync("s.getStation", JsonElement.Parse("""{"id":1}"""));
        Assert.Equal("GET /v9/stations/1", provider.Only.Line);
    }

    [Theory]
    [InlineData(null, "GET /v1/stations/1")]
    [InlineData("v2", "GET /v2/stations/1")]
    [InlineData("v3", null)]
    public async Task Variables_of_the_server_are_variables_of_the_manual(string? version, string? line)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = new UtcpClient(Clients.Configuration(null, [("s_SERVER_PORT", provider.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. version is null ? [] : new[] { ("s_SERVER_VERSION", version) }]));
        await client.RegisterManualAsync(CallTemplate.Text(Document.Replace("""{"url":"/v1"}""", """{"url":"http://127.0.0.1:{port}/{version}","variables":{"port":{"default":"1"},"version":{"default":"v1","enum":["v1","v2"]}}}""", StringComparison.Ordinal), "s", "http"));
        Assert.Equal(["1 ", "v1 v1,v2"], (await client.GetToolAsync("s.getStation")).Variables.Select(variable => variable.Default + " " + string.Join(",", variable.Values)));
        var call = client.CallToolAsync("s.getStation", JsonElement.Parse("""{"id":1}"""));
        if (line is null)
        {
            Assert.Equal("s.getStation: the variable s_SERVER_VERSION must be one of v1, v2.", (await Assert.ThrowsAsync<UtcpVariableException>(() => call)).Message);
            return;
        }

        await call;
        Assert.Equal(line, provider.Only.Line);
    }

    [Fact]
    public async Task Credentials_for_the_tools_go_to_the_origin_of_the_document_only()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Target == "/openapi.json" ? Document : "{}"));
        await using var client = new UtcpClient(Clients.Configuration(null, ("s_SECRET", "abc")));
        var template = CallTemplate.Parse($$$$"""{"call_template_type":"http","name":"s","url":"http://127.0.0.1:{{{{provider.Port}}}}/openapi.json","auth_tools":{"auth_type":"api_key","api_key":"${SECRET}","var_name":"x-key"}}""");
        await client.RegisterManualAsync(template);
        await client.CallToolAsync("s.putStation", JsonElement.Parse("""{"id":1,"body":{"name":"x"}}"""));
        await client.CallToolAsync("s.getStation", JsonElement.Parse("""{"id":1}"""));
        Assert.Equal([null, "abc", null], provider.Requests.Select(request => request["X-Key"]));

        // The same document, whose server is somewhere else.
        var elsewhere = Document.Replace("\"/v1\"", $"\"http://localhost:{provider.Port}/v1\"", StringComparison.Ordinal);
        await using var other = await Provider.StartAsync(elsewhere);
        var redirected = CallTemplate.Parse($$$$"""{"call_template_type":"http","name":"t","url":"http://127.0.0.1:{{{{other.Port}}}}/openapi.json","auth_tools":{"auth_type":"api_key","api_key":"${SECRET}","var_name":"x-key"}}""");
        await client.RegisterManualAsync(redirected);
        var missing = await Assert.ThrowsAsync<UtcpVariableException>(() => client.CallToolAsync("t.putStation", JsonElement.Parse("""{"id":1,"body":{"name":"x"}}""")));
        Assert.NotEqual("t_SECRET", missing.VariableName);
    }

    [Fact]
    public async Task A_public_document_leads_into_no_private_network()
    {
        using var recorder = new Recorder(_ => Recorder.Json(Document.Replace("\"/v1\"", "\"http://127.0.0.1/v1\"", StringComparison.Ordinal)));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }));
        var result = await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/openapi.json", "s"));
        Assert.Empty(result.Manual?.Tools ?? []);
    }

    [Fact]
    public async Task A_tool_stays_when_one_of_its_ways_to_authenticate_may_be_used()
    {
        const string Schemes = """
            "bad":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"https://10.0.0.1/token","scopes":{}}}},"key":{"type":"apiKey","in":"header","name":"X-Key"}
            """;
        using var recorder = new Recorder(_ => Recorder.Json($$$"""
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://api.example.com"}],"components":{"securitySchemes":{ {{{Schemes}}} } },"paths":{
             "/or":{"get":{"operationId":"or","security":[{"bad":[]},{"key":[]}]}},"/optional":{"get":{"operationId":"optional","security":[{},{"bad":[]}]}},
             "/only":{"get":{"operationId":"only","security":[{"bad":[]}]}},"/and":{"get":{"operationId":"and","security":[{"bad":[],"key":[]}]}} } }
            """));
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { HttpHandler = recorder, UseEnvironmentVariables = false }, ("s_KEY", "k")));
        var result = await client.RegisterManualAsync(CallTemplate.Http("https://api.example.com/openapi.json", "s"));
        Assert.Equal(["s.or", "s.optional"], result.Manual!.Tools.Select(tool => tool.Name));
        Assert.All(await client.GetRequiredVariablesForRegisteredToolAsync("s.or"), variable => Assert.False(variable.Required));
        await client.CallToolAsync("s.or");
        Assert.Equal("k", recorder.Requests[1]["X-Key"]);
    }

    [Fact]
    public async Task A_document_in_YAML_is_read()
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(
            response, "openapi: 3.1.0\ninfo: {title: T, version: 1.0}\npaths:\n  /a/{b}:\n    get:\n      parameters:\n      - {name: b, in: path, required: true, schema: {type: string}}\n      responses: {200: {description: ok}}\n", "text/plain"));
        await using var client = await ClientAsync(provider);
        Assert.Equal("s.get_a_b", Assert.Single(await client.GetToolsAsync()).Name);
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider)
    {
        var client = new UtcpClient(Clients.Configuration(null, ("s_KEY", "k")));
        var result = await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/openapi.json", "s"));
        Assert.Null(result.Error);
        return client;
    }
}
