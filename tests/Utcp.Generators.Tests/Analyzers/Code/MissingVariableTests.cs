using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class MissingVariableTests
{
    private const string Manual = """
        {
          "utcp_version": "1.1.0",
          "tools": [
            {
              "name": "get",
              "tool_call_template": {
                "call_template_type": "http",
                "url": "https://${HOST}/x?region=$REGION",
                "auth": { "auth_type": "api_key", "api_key": "${API_KEY}" }
              }
            }
          ]
        }
        """;

    private const string Closed = "UseEnvironmentVariables = false";

    [Theory]
    [InlineData(Closed, "[|new WeatherClient(channel)|]")]
    [InlineData(Closed + ", Variables = { [\"HOST\"] = host }", "[|new WeatherClient(channel)|]")]
    [InlineData(Closed + ", Variables = { { WeatherClient.Variables.Host, host } }", "[|new WeatherClient(channel, null)|]")]
    [InlineData(Closed + ", Variables = new Dictionary<string, string> { [\"HOST\"] = host }", "[|new WeatherClient(channel)|]")]
    [InlineData(Closed + ", MaxRetries = 1", "[|new WeatherClient(channel)|]")]
    [InlineData(Closed + ", Variables = { [\"HOST\"] = host, [\"API_KEY\"] = host }", "new WeatherClient(channel)")]
    [InlineData("Variables = { [\"HOST\"] = host }", "new WeatherClient(channel)")]
    [InlineData("UseEnvironmentVariables = true", "new WeatherClient(channel)")]
    [InlineData("UseEnvironmentVariables = host.Length > 3", "new WeatherClient(channel)")]
    [InlineData(Closed + ", VariableSource = name => name", "new WeatherClient(channel)")]
    [InlineData(Closed + ", Authenticators = { binding }", "new WeatherClient(channel)")]
    [InlineData(Closed + ", Variables = { [host] = host }", "new WeatherClient(channel)")]
    [InlineData(Closed + ", Variables = own", "new WeatherClient(channel)")]
    [InlineData(Closed + ", Variables = new Dictionary<string, string>(own)", "new WeatherClient(channel)")]
    [InlineData(Closed, "new WeatherClient(channel, new UtcpClientOptions { VariableSource = name => name })")]
    [InlineData(Closed, "new WeatherClient(channel, new UtcpClientOptions { ManualName = \"weather\" })")]
    public Task Options(string options, string client) => VerifyAsync($"await using var channel = new UtcpChannel(new UtcpChannelOptions {{ {options} }});\n        await {client}.GetAsync();");

    [Theory]
    [InlineData("var client = [|new WeatherClient(channel)|]; await client.GetAsync(); await client.GetAsync(null);")]
    [InlineData("IWeatherClient client = [|new WeatherClient(channel)|]; await client.GetAsync();")]
    [InlineData("var client = new WeatherClient(channel); await client.GetAsync(new UtcpCallOptions { Variables = { [\"HOST\"] = host } });")]
    [InlineData("var client = new WeatherClient(channel); Use(client);")]
    [InlineData("var client = new WeatherClient(channel); Use(client); await client.GetAsync();")]
    [InlineData("var client = new WeatherClient(channel);")]
    [InlineData("Use(new WeatherClient(channel));")]
    [InlineData("await new WeatherClient(other).GetAsync();")]
    public Task Uses(string statements) => VerifyAsync($"await using var channel = new UtcpChannel(new() {{ {Closed} }});\n        {statements}");

    [Fact]
    public async Task The_message_names_what_is_missing()
    {
        var diagnostics = await VerifyAsync($"await using var channel = new UtcpChannel(new() {{ {Closed} }});\n        await [|new WeatherClient(channel)|].GetAsync();");

        Assert.Equal("Nothing sets 'HOST', 'API_KEY' for this WeatherClient, so that calls which use them fail: set them in UtcpChannelOptions.Variables.", Assert.Single(diagnostics).GetMessage(null));
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> VerifyAsync(string statements) => new AnalyzerTest<MissingVariableAnalyzer>
    {
        Manual = Manual,
        TestCode = $$"""
            using Acme.Weather;

            class C
            {
                static void Use(object o) { }

                async Task M(string host, Dictionary<string, string> own, UtcpAuthenticatorBinding binding, UtcpChannel other)
                {
                    {{statements}}
                    await Task.Yield();
                }
            }
            """,
    }.RunAsync();
}
