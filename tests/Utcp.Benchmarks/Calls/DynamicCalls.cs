using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Utcp.Benchmarks.Weather;
using Utcp.Client;

namespace Utcp.Benchmarks.Calls;

/// <summary>The calls of <see cref="CallBenchmarks"/> by name, with JSON arguments and a JSON result, beside the generated methods. Arguments exist before the call, as a host has them from a model.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(ShortRuns))]
public class DynamicCalls
{
    private static readonly byte[] Forecast = Encoding.UTF8.GetBytes("{\"city\":\"Lisbon\",\"days\":[" + string.Join(",", Enumerable.Range(0, 12).Select(i =>
        $"{{\"date\":\"2026-11-{i + 10}\",\"high\":{i + 10}.5,\"low\":{i}.25,\"wind\":{(i % 3 == 0 ? "null" : i + ".5")},\"condition\":\"{(i % 2 == 0 ? "clear" : "rain")}\"}}")) + "]}");

    private static readonly byte[] Receipt = """{"number":4711,"status":"stored"}"""u8.ToArray();
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonElement GetArguments = Json("""{"city":"Lisbon","days":12,"units":"metric"}""");
    private static readonly JsonElement PostArguments = Json("""{"station":"LIS","body":{"takenAt":"2026-11-20T12:00:00+00:00","temperature":17.5,"humidity":60,"comment":"light breeze"}}""");

    private WeatherClient _generatedGet = null!;
    private WeatherClient _generatedPost = null!;
    private UtcpClient _dynamicGet = null!;
    private UtcpClient _dynamicPost = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _generatedGet = new WeatherClient(new UtcpChannel(new() { HttpHandler = new CannedHandler(Forecast) }));
        _generatedPost = new WeatherClient(new UtcpChannel(new() { HttpHandler = new CannedHandler(Receipt) }));
        _dynamicGet = await ClientAsync(Forecast);
        _dynamicPost = await ClientAsync(Receipt);
    }

    [BenchmarkCategory("GET"), Benchmark(Baseline = true, Description = "GET, generated")]
    public async Task<int> GeneratedGet() => (await _generatedGet.GetForecastAsync("Lisbon", 12, Units.Metric)).Days.Count;

    [BenchmarkCategory("GET"), Benchmark(Description = "GET, by name")]
    public async Task<int> DynamicGet() => (await _dynamicGet.CallToolAsync("weather.get_forecast", GetArguments)).GetProperty("days").GetArrayLength();

    [BenchmarkCategory("POST"), Benchmark(Baseline = true, Description = "POST, generated")]
    public async Task<long> GeneratedPost() =>
        (await _generatedPost.ReportObservationAsync("LIS", new Observation { TakenAt = Now, Temperature = 17.5, Humidity = 60, Comment = "light breeze" })).Number;

    [BenchmarkCategory("POST"), Benchmark(Description = "POST, by name")]
    public async Task<long> DynamicPost() => (await _dynamicPost.CallToolAsync("weather.report_observation", PostArguments)).GetProperty("number").GetInt64();

    private static async Task<UtcpClient> ClientAsync(byte[] answer)
    {
        var client = new UtcpClient(new UtcpClientConfiguration { Channel = new UtcpChannel(new() { HttpHandler = new CannedHandler(answer) }) });
        var manual = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Calls", "weather.json"));
        var registration = await client.RegisterManualAsync(CallTemplate.Text(manual, "weather", "http"));
        return registration.IsSuccess ? client : throw registration.Error!;
    }

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
