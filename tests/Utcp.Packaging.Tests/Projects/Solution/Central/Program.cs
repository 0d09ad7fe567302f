using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Weather;
using Newtonsoft.Json;
using Utcp;

await using var channel = new UtcpChannel(new UtcpChannelOptions { Variables = { [Forecaster.Variables.WeatherPort] = args[0] } });

Forecast forecast = await new Forecaster(channel).GetForecastAsync("Lisbon", days: 1);
var day = new Day(forecast.City, forecast.Days[0].High);
Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(day, DayContext.Default.Day));
Console.WriteLine(JsonConvert.SerializeObject(day));
Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(forecast.Days[0]));

internal sealed record Day(string City, double High);

[JsonSerializable(typeof(Day))]
internal sealed partial class DayContext : JsonSerializerContext;
