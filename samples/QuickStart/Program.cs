using Acme;
using Acme.Weather;
using Utcp;

// The provider: a small weather service on a free port of this machine.
await using var provider = await WeatherProvider.StartAsync();

// One channel per program: it holds connections, variables and tokens, and is shared by all clients.
await using var channel = new UtcpChannel(new UtcpChannelOptions
{
    Variables =
    {
        [WeatherClient.Variables.WeatherPort] = provider.Port.ToString(),
        [WeatherClient.Variables.WeatherApiKey] = "secret-of-the-sample",
    },
});

// WeatherClient was generated from weather.json while you typed.
IWeatherClient weather = new WeatherClient(channel);

Console.WriteLine("Forecast for Lisbon");
Forecast forecast = await weather.GetForecastAsync("Lisbon", days: 3, units: Units.Metric);
foreach (var day in forecast.Days)
{
    Console.WriteLine($"  {day.Date:yyyy-MM-dd}  {day.Low,4:0.0} to {day.High,4:0.0}  {day.Condition}");
}

Console.WriteLine();
Console.WriteLine("Report of an observation");
Receipt receipt = await weather.ReportObservationAsync(
    Guid.Parse("0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10"),
    new Observation
    {
        TakenAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        Temperature = 17.5,
        Comment = "light breeze",
        Position = new ObservationPosition { Lat = 38.72, Lon = -9.14 },
    });
Console.WriteLine($"  stored as number {receipt.Number}");

Console.WriteLine();
Console.WriteLine("A station that does not exist");
try
{
    await weather.GetStationAsync(17);
}
catch (UtcpHttpException error)
{
    Console.WriteLine($"  {error.Message}");
    Console.WriteLine($"  the server says: {error.BodyText}");
}
