// manual: samples/QuickStart/weather.json
global using Acme.Weather;

/// <summary>A program that knows the weather.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IWeatherClient weather = new WeatherClient(channel);
    protected static readonly Guid stationId = Guid.NewGuid();
    protected static readonly string key = "";
    protected static CancellationToken token = default;
}
