using System.Text.Json;
using Utcp.Client;

await using var client = new UtcpClient(new UtcpClientConfiguration { Variables = { ["weather_WEATHER_PORT"] = args[0] } });
await client.RegisterManualAsync(CallTemplate.Text(File.ReadAllText(args[1]), "weather", "http"));

using var arguments = JsonDocument.Parse("""{"city":"Lisbon","days":1}""");
Console.WriteLine((await client.SearchToolsAsync("forecast for a city", limit: 1))[0].Name);
Console.WriteLine(await client.CallToolAsync("weather.get_forecast", arguments.RootElement));
