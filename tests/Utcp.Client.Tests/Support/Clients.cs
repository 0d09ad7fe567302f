using System.Text.Json;

namespace Utcp.Client.Tests;

/// <summary>Clients with one manual <c>m</c> given as text.</summary>
internal static class Clients
{
    public static readonly string[] Http = ["http", "sse", "streamable_http"];

    /// <summary>A configuration that sees no environment variable.</summary>
    public static UtcpClientConfiguration Configuration(UtcpChannelOptions? channel = null, params (string Name, string Value)[] variables)
    {
        var configuration = new UtcpClientConfiguration { Channel = new UtcpChannel(channel ?? new UtcpChannelOptions { UseEnvironmentVariables = false, MaxRetries = 0 }) };
        foreach (var (name, value) in variables)
        {
            configuration.Variables[name] = value;
        }

        return configuration;
    }

    /// <summary>A client with the manual registered.</summary>
    public static async Task<UtcpClient> WithAsync(string manual, UtcpClientConfiguration? configuration = null, string name = "m")
    {
        var client = new UtcpClient(configuration ?? Configuration());
        var result = await client.RegisterManualAsync(CallTemplate.Text(manual, name, [.. Http, "websocket"]));
        Assert.True(result.IsSuccess, result.Error?.Message);
        return client;
    }

    /// <summary>Calls the tool <c>t</c> of a manual that has this template only.</summary>
    public static async Task<JsonElement> CallAsync(string template, string arguments = "{}", string? inputs = null, UtcpClientConfiguration? configuration = null)
    {
        await using var client = await WithAsync(Tools.Manual(template, inputs), configuration);
        return await client.CallToolAsync("m.t", JsonElement.Parse(arguments));
    }
}
