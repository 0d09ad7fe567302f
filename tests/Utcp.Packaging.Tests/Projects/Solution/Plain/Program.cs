using Acme.Forecasts;
using Acme.Stations;
using Utcp;

await using var channel = new UtcpChannel(new UtcpChannelOptions { Variables = { [WeatherClient.Variables.WeatherPort] = args[0] } });

Forecast forecast = await new WeatherClient(channel).GetForecastAsync("Lisbon", days: 2);
Console.WriteLine($"{forecast.City}: {forecast.Days.Count} days from {forecast.Days[0].Date:yyyy-MM-dd}, {forecast.Days[0].Condition}");

var stations = new StationsClient(channel, new UtcpClientOptions { BaseUrl = $"http://localhost:{args[0]}" });
try
{
    await stations.GetStationAsync(17);
}
catch (UtcpHttpException<Problem> error) when (error.StatusCode == 404)
{
    Console.WriteLine(error.Error.Title);
}
