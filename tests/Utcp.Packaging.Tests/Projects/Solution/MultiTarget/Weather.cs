namespace Acme;

public static class WeatherSource
{
#if NET10_0_OR_GREATER
    public static Task<Weather.Forecast> ForecastAsync(Utcp.UtcpChannel channel, string city) => new Weather.WeatherClient(channel).GetForecastAsync(city);
#else
    public static Task ForecastAsync(string city) => throw new PlatformNotSupportedException(city);
#endif
}
