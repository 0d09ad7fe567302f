using System.Text.Json;
using Acme.Answers;
using Acme.Credentials;
using Acme.Forecasts;
using Acme.Requests;
using Acme.Types;

namespace Utcp.Integration.Tests.Clients;

/// <summary>What code that knows no particular client learns about one.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task A_client_is_made_without_naming_its_type()
    {
        await using var provider = await Provider.StartAsync();
        await using var channel = new UtcpChannel(new() { Variables = { ["PORT"] = provider.Port } });
        await Create<RequestsClient>(channel).FindAsync();
        await Create<RequestsClient>(channel, new() { ManualName = "m", FallBackToPlainVariables = true }).FindAsync();
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public void The_manual_describes_its_tools()
    {
        var manual = Manual<WeatherClient>();
        Assert.Equal("Weather", manual.Title);
        Assert.Equal("Forecasts & observations.", manual.Description);
        Assert.Equal("2.3.0", manual.Version);

        var tool = manual.Tools[0];
        Assert.Equal("get_forecast", tool.Name);
        Assert.Equal(nameof(WeatherClient.GetForecastAsync), tool.MethodName);
        Assert.Equal("Daily forecast for a city.", tool.Description);
        Assert.Equal(["forecast"], tool.Tags);
        Assert.False(tool.IsDeprecated);
        Assert.Equal(ToolEffects.Safe | ToolEffects.Idempotent, tool.Effects);
        Assert.Equal(ToolEffects.Unknown, manual.Tools[1].Effects);
        Assert.Equal(ToolEffects.Idempotent | ToolEffects.Destructive, Manual<RequestsClient>().Tools.Single(tool => tool.Name == "remove").Effects);
        Assert.Equal(ToolEffects.Idempotent, Manual<RequestsClient>().Tools.Single(tool => tool.Name == "put_nullable").Effects);
    }

    /// <summary>The options of the UtcpManual item: namespace, class name, several patterns, and the tag that is excluded.</summary>
    [Fact]
    public void Excluded_tools_are_not_there() =>
        Assert.Equal(["get_forecast", "report_observation", "get_station"], Manual<WeatherClient>().Tools.Select(tool => tool.Name));

    [Fact]
    public void Schemas_are_JSON()
    {
        CheckSchemas<AnswersClient>();
        CheckSchemas<CredentialsClient>();
        CheckSchemas<RequestsClient>();
        CheckSchemas<TypesClient>();
        CheckSchemas<WeatherClient>();

        using var schema = JsonDocument.Parse(Manual<WeatherClient>().Tools[0].InputsSchema);
        Assert.Equal(14, schema.RootElement.GetProperty("properties").GetProperty("days").GetProperty("maximum").GetInt32());
    }

    [Fact]
    public void Variables_are_constants_and_listed()
    {
        Assert.Equal("WEATHER_API_KEY", WeatherClient.Variables.WeatherApiKey);
        Assert.Equal("PORT", WeatherClient.Variables.Port);
        Assert.Equal([("PORT", true, false), ("WEATHER_API_KEY", true, true)], Manual<WeatherClient>().Variables.Select(variable => (variable.Name, variable.Required, variable.Secret)).Order());

        var secrets = Manual<CredentialsClient>().Variables.Where(variable => variable.Secret).Select(variable => variable.Name);
        Assert.Equal(["CLIENT_SECRET", "KEY", "PASSWORD"], secrets.Order(StringComparer.Ordinal));
    }

    private static T Create<T>(UtcpChannel channel, UtcpClientOptions? options = null)
        where T : IUtcpClient<T>
        => T.Create(channel, options);

    private static ManualInfo Manual<T>()
        where T : IUtcpClient<T>
        => T.Manual;

    private static void CheckSchemas<T>()
        where T : IUtcpClient<T>
    {
        foreach (var tool in T.Manual.Tools)
        {
            foreach (var schema in new[] { tool.InputsSchema, tool.OutputsSchema }.Where(schema => !schema.IsEmpty))
            {
                using var json = JsonDocument.Parse(schema);
                Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
            }
        }
    }
}
