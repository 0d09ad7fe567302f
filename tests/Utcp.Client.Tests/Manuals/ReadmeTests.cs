using System.Text.Json;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Client.Tests.Manuals;

/// <summary>The example of the README is code that runs.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_example_of_the_README_runs()
    {
        await using var provider = await Provider.StartAsync((request, response) => Provider.AnswerAsync(response, request.Target == "/utcp"
            ? Tools.Manual(Tools.Template($"http://{request["Host"]}/forecast", """{"auth":{"auth_type":"api_key","api_key":"${API_KEY}"}}"""), """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""").Replace("\"t\"", "\"get_forecast\"", StringComparison.Ordinal)
            : """{"city":"Lisbon"}"""));
        var (url, key) = ($"http://127.0.0.1:{provider.Port}/utcp", "k");
        using var document = JsonDocument.Parse("""{"city":"Lisbon"}""");
        var arguments = document.RootElement;

        // <example>
        await using var client = new UtcpClient(new UtcpClientConfiguration { Variables = { ["weather_API_KEY"] = key } });
        ManualRegistration weather = await client.RegisterManualAsync(CallTemplate.Http(url, "weather"));

        IReadOnlyList<RegisteredTool> tools = await client.SearchToolsAsync("forecast for a city", limit: 5);
        JsonElement forecast = await client.CallToolAsync("weather.get_forecast", arguments);
        // </example>

        Assert.Empty(weather.Problems);
        Assert.Single(tools);
        Assert.Equal("Lisbon", forecast.GetProperty("city").GetString());
        Assert.Equal("k", provider.Requests[1]["X-Api-Key"]);
    }

    [Fact]
    public void The_README_shows_the_example()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Utcp.Client.Tests", "Manuals", "ReadmeTests.cs"));
        var example = source[(source.IndexOf("// <example>", StringComparison.Ordinal) + 12)..source.IndexOf("// </example>", StringComparison.Ordinal)];
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(example.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0), line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }
}
