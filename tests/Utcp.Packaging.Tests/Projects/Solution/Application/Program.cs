using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Weather;
using Utcp;

await using var channel = new UtcpChannel(new UtcpChannelOptions { Variables = { [WeatherClient.Variables.WeatherPort] = args[0] } });

Forecast forecast = await new WeatherClient(channel).GetForecastAsync("Lisbon", days: 1);
var text = JsonSerializer.Serialize(new Saved("today", forecast), SavedContext.Default.Saved);
Console.WriteLine(text);
Console.WriteLine(JsonSerializer.Deserialize(text, SavedContext.Default.Saved) == new Saved("today", forecast));

internal sealed record Saved(string Name, Forecast Forecast);

[JsonSerializable(typeof(Saved))]
internal sealed partial class SavedContext : JsonSerializerContext;
