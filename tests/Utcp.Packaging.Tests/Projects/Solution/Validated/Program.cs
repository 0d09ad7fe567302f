using System.Text.Json;
using Utcp.Client;
using Utcp.Validation;

await using var client = new UtcpClient(new UtcpClientConfiguration { Variables = { ["weather_WEATHER_PORT"] = args[0] }, ArgumentValidator = new JsonSchemaArgumentValidator() });
await client.RegisterManualAsync(CallTemplate.Text(File.ReadAllText(args[1]), "weather", "http"));

using var arguments = JsonDocument.Parse("""{"city":"Lisbon","days":99}""");
try
{
    await client.CallToolAsync("weather.get_forecast", arguments.RootElement);
}
catch (UtcpValidationException error)
{
    Console.WriteLine(error.Message);
}
