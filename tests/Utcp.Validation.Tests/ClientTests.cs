using System.Text.Json;
using Utcp.Client;

namespace Utcp.Validation.Tests;

/// <summary>The validator inside a client.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Nothing_is_sent_when_the_arguments_are_wrong()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        var error = await Assert.ThrowsAsync<UtcpValidationException>(() => client.CallToolAsync("m.t", Arguments("""{"days":15,"city":""}""")));
        Assert.Equal(2, error.Violations.Count);
        Assert.Equal("m.t: the arguments do not fit the schema: /city: not empty (minLength); /days: at most 14 (maximum).", error.Message);
        Assert.Empty(provider.Requests);

        await client.CallToolAsync("m.t", Arguments("""{"days":14,"city":"Lisbon"}"""));
        Assert.Equal("GET /x?city=Lisbon&days=14", provider.Only.Line);
    }

    [Fact]
    public async Task Streams_are_judged_too()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        await Assert.ThrowsAsync<UtcpValidationException>(async () =>
        {
            await foreach (var item in client.CallToolStreamingAsync("m.t"))
            {
                Assert.Fail(item.ToString());
            }
        });
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_schema_is_prepared_once()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        var tool = await client.GetToolAsync("m.t");
        var validator = new JsonSchemaArgumentValidator();
        validator.Validate(tool, Arguments("{}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        validator.Validate(tool, Arguments("""{"city":"x"}"""));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000);
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider)
    {
        var client = new UtcpClient(new UtcpClientConfiguration { ArgumentValidator = new JsonSchemaArgumentValidator() });
        await client.RegisterManualAsync(CallTemplate.Text(
            $$$$"""{"tools":[{"name":"t","inputs":{"type":"object","required":["city"],"properties":{"city":{"type":"string","minLength":1},"days":{"type":"integer","maximum":14}}},"tool_call_template":{"call_template_type":"http","url":"http://127.0.0.1:{{{{provider.Port}}}}/x"}}]}""",
            "m",
            "http"));
        return client;
    }

    private static JsonElement Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
