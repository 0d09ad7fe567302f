// manual: samples/QuickStart/weather.json
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Text.Json;
global using System.Threading;
global using System.Threading.Tasks;
global using Acme.Weather;
global using Utcp;

/// <summary>A program that knows the weather.</summary>
internal abstract class Given
{
    protected static readonly UtcpChannel channel = new();
    protected static readonly IWeatherClient weather = new WeatherClient(channel);
    protected static readonly Guid stationId = Guid.NewGuid();
    protected static readonly string key = "";
    protected static CancellationToken token = default;
}
