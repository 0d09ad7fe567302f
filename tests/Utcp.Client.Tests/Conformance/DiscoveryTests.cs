using System.Text;
using System.Text.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 1 to 19 of UTCP section 9.2: finding, reading and naming manuals.</summary>
public sealed class DiscoveryTests
{
    private const string Http = """{"call_template_type":"http","url":"https://h.example/x"}""";

    [Fact]
    public async Task Case001_a_manual_without_tools()
    {
        var registration = await DiscoverAsync("""{"utcp_version":"1.0.1","tools":[]}""");
        Assert.Same(registration.Manual, registration.EnsureSuccess());
        Assert.Empty(registration.Manual!.Tools);
        Assert.Empty(registration.Problems);
    }

    [Fact]
    public async Task Case002_extra_keys_are_noticed_and_ignored()
    {
        var registration = await DiscoverAsync("""{"utcp_version":"1.0.1","info":{"title":"T"},"auth":{},"variables":{},"tools":[]}""");
        Assert.True(registration.IsSuccess);
        Assert.Equal("T", registration.Manual!.Title);
        Assert.Equal(["/info", "/auth", "/variables"], registration.Problems.Select(problem => problem.Pointer));
    }

    [Fact]
    public async Task Case003_a_legacy_manual_is_migrated()
    {
        var registration = await DiscoverAsync("""{"version":"1.0","tools":[{"name":"t","tool_provider":{"provider_type":"http","url":"https://h.example/x"}}]}""");
        Assert.Equal("m.t", Assert.Single(registration.Manual!.Tools).Name);
        Assert.Equal("http", registration.Manual.Tools[0].Protocol);
        Assert.Contains(registration.Problems, problem => problem.Code == ProblemCodes.LegacyManual);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("<html><body>Not here</body></html>")]
    public async Task Case004_what_is_no_manual_is_an_error(string document)
    {
        var registration = await DiscoverAsync(document);
        Assert.False(registration.IsSuccess);
        Assert.IsType<UtcpManualException>(registration.Error);
        Assert.Contains("It begins: \"" + document, registration.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"tools\": [,]\n}", "it is not JSON (line 2, column 13)")]
    [InlineData("tools:\n  - name: a\n name: b\n", "it is not YAML (line 3, column ")]
    public async Task Case004_what_cannot_be_read_has_a_place(string document, string place)
    {
        var registration = await DiscoverAsync(document);
        var error = Assert.ThrowsAny<UtcpException>(registration.EnsureSuccess);
        Assert.Same(registration.Error, error);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case005_a_manual_needs_no_version() =>
        Assert.Single((await DiscoverAsync($$$"""{"tools":[{"name":"t","tool_call_template":{{{Http}}}}]}""")).Manual!.Tools);

    [Fact]
    public async Task Case006_one_bad_tool_does_not_sink_the_manual()
    {
        var registration = await DiscoverAsync($$$"""{"utcp_version":"1.0.1","tools":[{"name":"a","tool_call_template":{{{Http}}}},{"name":"b","tool_call_template":{"call_template_type":"htp","url":"https://h/x"}}]}""");
        Assert.Equal("m.a", Assert.Single(registration.Manual!.Tools).Name);
        Assert.Contains(registration.Problems, problem => problem.Code == ProblemCodes.UnsupportedCallTemplate && problem.Pointer == "/tools/1/tool_call_template/call_template_type");
    }

    [Fact]
    public async Task Case007_a_boolean_schema_is_accepted()
    {
        var registration = await DiscoverAsync(Tools.Manual(Http, """{"properties":{"a":true}}"""));
        Assert.Single(registration.Manual!.Tools);
        Assert.Empty(registration.Problems);
    }

    [Theory]
    [InlineData("application/x-yaml", "/m")]
    [InlineData("application/yaml; charset=utf-8", "/m")]
    public async Task Case008_yaml_by_its_media_type(string contentType, string target) => Assert.Single((await DiscoverAsync(Yaml, contentType, target)).Manual!.Tools);

    [Theory]
    [InlineData("text/plain", "/m.yaml?v=1")]
    [InlineData("text/plain", "/m")]
    [InlineData("application/json", "/m")]
    public async Task Case009_yaml_by_its_content(string contentType, string target) => Assert.Single((await DiscoverAsync(Yaml, contentType, target)).Manual!.Tools);

    [Fact]
    public async Task Case010_a_version_in_yaml_stays_text()
    {
        var registration = await DiscoverAsync("utcp_version: 1.0\nmanual_version: 1.10\ntools: []\n", "application/yaml");
        Assert.True(registration.IsSuccess);
        Assert.Equal("1.10", registration.Manual!.Version);
    }

    [Fact]
    public async Task Case011_a_byte_order_mark_is_skipped() => Assert.True((await DiscoverAsync("\uFEFF" + """{"utcp_version":"1.0.1","tools":[]}""")).IsSuccess);

    [Fact]
    public async Task Case012_an_error_of_the_server_is_a_failed_registration()
    {
        var registration = await DiscoverAsync("""{"error":"down"}""", status: 500);
        Assert.False(registration.IsSuccess);
        Assert.Equal(500, (int)Assert.IsType<UtcpHttpException>(registration.Error).StatusCode);
    }

    [Fact]
    public async Task Case013_a_manual_brings_tools_of_its_own_protocol_only()
    {
        var registration = await DiscoverAsync($$$"""{"utcp_version":"1.0.1","tools":[{"name":"a","tool_call_template":{{{Http}}}},{"name":"b","tool_call_template":{"call_template_type":"cli","commands":[{"command":"ls"}]}}]}""");
        Assert.Equal("m.a", Assert.Single(registration.Manual!.Tools).Name);
        var problem = Assert.Single(registration.Problems, problem => problem.Message.Contains("allowed_communication_protocols", StringComparison.Ordinal));
        Assert.Contains("'b'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case014_a_call_checks_the_protocol_again()
    {
        var configuration = Clients.Configuration();
        configuration.Protocols.Add(new EchoProtocol("cli"));
        await using var client = new UtcpClient(configuration);
        const string Content = """{"tools":[{"name":"b","tool_call_template":{"call_template_type":"cli","commands":[{"command":"ls"}]}}]}""";
        var registration = await client.RegisterManualAsync(CallTemplate.Text(Content, "m", "cli"));
        Assert.Equal(JsonValueKind.Object, (await client.CallToolAsync("m.b", JsonElement.Parse("{}"))).ValueKind);

        await configuration.Repository.RemoveManualAsync("m", default);
        await configuration.Repository.AddManualAsync(registration.Manual! with { Template = CallTemplate.Text(Content, "m") }, default);
        var error = await Assert.ThrowsAsync<UtcpException>(() => client.CallToolAsync("m.b", JsonElement.Parse("{}")));
        Assert.Equal("m.b: the protocol cli is not allowed for the manual m, which may use text only.", error.Message);
    }

    [Fact]
    public async Task Case015_a_text_manual_that_loses_its_tools_says_how_to_allow_them()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var registration = await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Http), "m"));
        Assert.True(registration.IsSuccess);
        Assert.Empty(registration.Manual!.Tools);
        Assert.Contains("add 'http' to 'allowed_communication_protocols'", Assert.Single(registration.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case016_a_name_is_taken_once()
    {
        await using var client = await Clients.WithAsync(Tools.Manual(Http));
        var error = await Assert.ThrowsAsync<UtcpManualException>(() => client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Http), "m", "http")));
        Assert.Contains("already registered", error.Message, StringComparison.Ordinal);
        Assert.Single(await client.GetToolsAsync());
    }

    [Fact]
    public async Task Case017_a_manual_name_is_made_fit()
    {
        await using var client = await Clients.WithAsync(Tools.Manual(Http), name: "my-api v1");
        Assert.Equal("my_api_v1.t", Assert.Single(await client.GetToolsAsync()).Name);
    }

    [Fact]
    public async Task Case018_a_tool_that_has_its_manual_in_its_name_keeps_it()
    {
        await using var client = await Clients.WithAsync($$$"""{"tools":[{"name":"m.t","tool_call_template":{{{Http}}}}]}""");
        Assert.Equal("m.t", Assert.Single(await client.GetToolsAsync()).Name);
    }

    [Theory]
    [InlineData("nope.t", null)]
    [InlineData("m.nope", null)]
    [InlineData("m.tt", "m.t")]
    [InlineData("t", "m.t")]
    [InlineData("mm.t", "m.t")]
    public async Task Case019_an_unknown_tool_is_an_error(string name, string? suggestion)
    {
        await using var client = await Clients.WithAsync(Tools.Manual(Http));
        var error = await Assert.ThrowsAsync<UtcpToolNotFoundException>(() => client.CallToolAsync(name, JsonElement.Parse("{}")));
        Assert.StartsWith($"Tool not found: '{name}'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, error.Suggestion);
    }

    private const string Yaml = "utcp_version: 1.0.1\ntools:\n  - name: t\n    tool_call_template: {call_template_type: http, url: 'https://h.example/x'}\n";

    private static async Task<ManualRegistration> DiscoverAsync(string document, string contentType = "application/json", string target = "/utcp", int status = 200)
    {
        await using var provider = await Provider.StartAsync((_, response) => Provider.AnswerAsync(response, Encoding.UTF8.GetBytes(document), contentType, status));
        await using var client = new UtcpClient(Clients.Configuration());
        var registration = await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}{target}", "m"));
        Assert.Equal("GET " + target, provider.Only.Line);
        return registration;
    }
}
