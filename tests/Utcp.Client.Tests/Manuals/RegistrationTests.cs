using System.Text.Json;
namespace Utcp.Client.Tests.Manuals;

/// <summary>Registering, listing and forgetting manuals.</summary>
public sealed class RegistrationTests
{
    private const string Http = """{"call_template_type":"http","url":"https://h.example/x"}""";

    [Fact]
    public async Task Manuals_are_registered_in_parallel_and_none_stops_another()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var results = await client.RegisterManualsAsync(
        [
            CallTemplate.Text(Tools.Manual(Http), "a", "http"),
            CallTemplate.Text("{}", "broken"),
            CallTemplate.Parse("""{"call_template_type":"gopher","name":"strange"}"""),
            CallTemplate.Parse("""{"call_template_type":"http","name":"lacking","url":"https://${HOST}/utcp"}"""),
            CallTemplate.Text(Tools.Manual(Http), "b", "http"),
        ]);

        Assert.Equal(["a", "broken", "strange", "lacking", "b"], results.Select(result => result.Name));
        Assert.Equal([true, false, false, false, true], results.Select(result => result.IsSuccess));
        Assert.Contains("'gopher'", results[2].Error!.Message, StringComparison.Ordinal);
        Assert.Equal("lacking_HOST", Assert.IsType<UtcpVariableException>(results[3].Error).VariableName);
        Assert.Equal(["a.t", "b.t"], (await client.GetToolsAsync()).Select(tool => tool.Name).Order());
    }

    [Fact]
    public async Task Problems_say_where_they_are()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var result = await client.RegisterManualAsync(CallTemplate.Text("""{"tools":[{"name":"a"},{"name":"b","tool_call_template":{"call_template_type":"http"}}]}""", "m", "http"));
        Assert.True(result.IsSuccess);
        Assert.Equal(["/tools/0", "/tools/1/tool_call_template"], result.Problems.Select(problem => problem.Pointer));
    }

    [Fact]
    public async Task A_name_that_two_registrations_want_goes_to_one()
    {
        await using var client = new UtcpClient(Clients.Configuration());
        var results = await client.RegisterManualsAsync(Enumerable.Range(0, 16).Select(_ => CallTemplate.Text(Tools.Manual(Http), "m", "http")));
        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Contains("already registered", result.Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manual_can_be_forgotten_and_registered_again()
    {
        await using var client = await Clients.WithAsync(Tools.Manual(Http));
        Assert.True(await client.DeregisterManualAsync("m"));
        Assert.False(await client.DeregisterManualAsync("m"));
        Assert.Empty(await client.GetToolsAsync());
        await Assert.ThrowsAsync<UtcpToolNotFoundException>(() => client.CallToolAsync("m.t"));
        Assert.True((await client.RegisterManualAsync(CallTemplate.Text(Tools.Manual(Http), "m", "http"))).IsSuccess);
    }

    [Fact]
    public async Task A_manual_without_a_name_is_named_after_its_host()
    {
        await using var provider = await Provider.StartAsync(Tools.Manual(Http));
        await using var client = new UtcpClient(Clients.Configuration());
        Assert.Equal("127_0_0_1", (await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/utcp"))).Name);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"call_template_type":"http"}""")]
    [InlineData("""{"call_template_type":"text"}""")]
    [InlineData("""{"call_template_type":"http","url":5}""")]
    [InlineData("""{"call_template_type":"http","url":"https://h/x","auth":{"auth_type":"api_key"}}""")]
    public void A_template_that_cannot_be_used_says_so(string json) => Assert.NotEmpty(Assert.Throws<UtcpTemplateException>(() => CallTemplate.Parse(json)).Problems);

    [Fact]
    public void A_template_of_version_0_is_read() =>
        Assert.Equal("http", CallTemplate.Parse("""{"provider_type":"http","name":"n","url":"https://h.example/x"}""").Type);

    [Fact]
    public async Task A_document_that_is_too_large_is_refused()
    {
        await using var provider = await Provider.StartAsync(Tools.Manual(Http));
        await using var client = new UtcpClient(new UtcpClientConfiguration { MaxManualBytes = 50 });
        var result = await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/utcp", "m"));
        Assert.Contains("more than 50 bytes", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_never_ends_is_given_up()
    {
        await using var provider = await Provider.StartAsync(async (_, response) =>
        {
            response.ContentType = "application/json";
            while (!response.HttpContext.RequestAborted.IsCancellationRequested)
            {
                await response.Body.WriteAsync(" "u8.ToArray());
                await response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });
        await using var client = new UtcpClient(Clients.Configuration(new UtcpChannelOptions { Timeout = TimeSpan.FromMilliseconds(300), UseEnvironmentVariables = false, MaxRetries = 0 }));
        Assert.IsType<UtcpTimeoutException>((await client.RegisterManualAsync(CallTemplate.Http($"http://127.0.0.1:{provider.Port}/utcp", "m"))).Error);
    }

    [Fact]
    public async Task Another_protocol_has_all_four_methods()
    {
        var protocol = new EchoProtocol("echo");
        var configuration = Clients.Configuration();
        configuration.Protocols.Add(protocol);
        await using var client = new UtcpClient(configuration);
        Assert.True((await client.RegisterManualAsync(CallTemplate.Parse("""{"call_template_type":"echo","name":"e","host":"there"}"""))).IsSuccess);
        var result = await client.CallToolAsync("e.echo", JsonElement.Parse("""{"a":1}"""));
        Assert.Equal(("""{"a":1}""", "there"), (result.GetProperty("arguments").GetRawText(), result.GetProperty("template").GetProperty("host").GetString()));
        Assert.Equal(2, await client.CallToolStreamingAsync("e.echo", JsonElement.Parse("{}")).CountAsync());
        await client.DeregisterManualAsync("e");
        Assert.Equal(["e"], protocol.Deregistered);
    }
}
