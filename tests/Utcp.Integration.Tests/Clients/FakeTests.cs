using Acme.Forecasts;

namespace Utcp.Integration.Tests.Clients;

/// <summary>A consumer tests its own code with a fake of the generated interface.</summary>
public sealed class FakeTests
{
    [Fact]
    public async Task Code_that_takes_the_interface_needs_no_server()
    {
        var fake = new FakeWeather { Highs = [17.5, 21] };
        Assert.Equal(21, await HottestAsync(fake, "Lisbon"));
        Assert.Equal("Lisbon", fake.LastCity);
    }

    [Fact]
    public async Task Code_that_takes_the_interface_takes_the_client()
    {
        await using var provider = await Provider.StartAsync("""{"city":"Lisbon","days":[{"date":"2026-11-21","high":17.5,"low":9,"wind":null,"condition":"hail"}]}""");
        Assert.Equal(17.5, await HottestAsync(provider.Client<WeatherClient>(), "Lisbon"));
        Assert.Equal("GET /v2/forecast/Lisbon?days=2&units=metric", provider.Only.Line);
    }

    private static async Task<double> HottestAsync(IWeatherClient weather, string city) =>
        (await weather.GetForecastAsync(city, days: 2, units: Units.Metric)).Days.Max(day => day.High);

    private sealed class FakeWeather : IWeatherClient
    {
        public IReadOnlyList<double> Highs { get; init; } = [];

        public string? LastCity { get; private set; }

        public Task<Forecast> GetForecastAsync(string city, int? days = null, Units? units = null, UtcpCallOptions? options = null, CancellationToken cancellationToken = default)
        {
            LastCity = city;
            var first = new DateOnly(2026, 11, 21);
            return Task.FromResult(new Forecast
            {
                City = city,
                Days = [.. Highs.Select((high, i) => new ForecastDay { Date = first.AddDays(i), High = high, Low = 0, Condition = Condition.Clear })],
            });
        }

        public Task<Receipt> ReportObservationAsync(Guid stationId, Observation body, UtcpCallOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<Station> GetStationAsync(long number, UtcpCallOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
