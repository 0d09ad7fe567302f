using Utcp.Generated;
using Utcp.Json;
using Utcp.Manuals.Model;
using Utcp.Runtime.Tests.Json.Samples;

namespace Utcp.Runtime.Tests.Http;

/// <summary>A client as the generator writes it, against a real server.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task AGeneratedClientCallsItsServer()
    {
        await using var server = await TestServer.StartAsync(static c => c.Request.Headers["X-Api-Key"] == "k"
            ? TestServer.JsonAsync(c, $"{{\"city\":\"{c.Request.Path.Value!.Split('/')[^1]}\",\"wind\":{c.Request.Query["days"]},\"days\":[]}}")
            : TestServer.JsonAsync(c, "{}", 401));
        await using var channel = new UtcpChannel(new() { Variables = { ["WEATHER_API_KEY"] = "k", ["BASE"] = server.Url } });
        var client = Make<WeatherClient>(channel);
        for (var i = 0; i < 3; i++)
        {
            var forecast = await client.GetForecastAsync("Lisbon", 3, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(("Lisbon", 3), (forecast.City, forecast.Wind));
        }

        Assert.Equal("get_forecast", Assert.Single(WeatherClient.Manual.Tools).Name);
        await Assert.ThrowsAsync<UtcpVariableException>(() => new WeatherClient(channel, new() { ManualName = "weather" }).GetForecastAsync("Lisbon"));
    }

    private static T Make<T>(UtcpChannel channel)
        where T : IUtcpClient<T>
        => T.Create(channel);

    private sealed class WeatherClient(UtcpChannel channel, UtcpClientOptions? options = null) : IUtcpClient<WeatherClient>
    {
        private readonly ClientBinding _binding = new(channel, options);

        public static ManualInfo Manual { get; } = new(
            "Weather", "", "1.0.0", [new() { Name = "get_forecast", MethodName = "GetForecastAsync", Effects = ToolEffects.Safe | ToolEffects.Idempotent }], [new("WEATHER_API_KEY", true, true)]);

        public static WeatherClient Create(UtcpChannel channel, UtcpClientOptions? options = null) => new(channel, options);

        public Task<Forecast> GetForecastAsync(string city, int? days = null, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
        {
            var request = new HttpRequestBuilder(_binding, Operations.GetForecast, options);
            request.PathString("city", city);
            request.QueryInt32("days", days);
            return request.SendAsync<Forecast, ModelCodec<Forecast>>(cancellationToken);
        }

        private static class Operations
        {
            internal static readonly HttpOperation GetForecast = new("get_forecast", "GET", "${BASE}/v2/forecast/{city}") { Auth = new ApiKeyAuth { ApiKey = "${WEATHER_API_KEY}" } };
        }
    }
}
