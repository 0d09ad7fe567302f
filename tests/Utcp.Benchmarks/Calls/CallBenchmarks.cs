using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Utcp.Benchmarks.Weather;

namespace Utcp.Benchmarks.Calls;

/// <summary>A typed GET with a 1 KB answer and a typed POST with a small body, through a handler in memory.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(ShortRuns))]
public class CallBenchmarks
{
    private static readonly byte[] Forecast = Encoding.UTF8.GetBytes("{\"city\":\"Lisbon\",\"days\":[" + string.Join(",", Enumerable.Range(0, 12).Select(i =>
        $"{{\"date\":\"2026-11-{i + 10}\",\"high\":{i + 10}.5,\"low\":{i}.25,\"wind\":{(i % 3 == 0 ? "null" : i + ".5")},\"condition\":\"{(i % 2 == 0 ? "clear" : "rain")}\"}}")) + "]}");

    private static readonly byte[] Receipt = """{"number":4711,"status":"stored"}"""u8.ToArray();
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private WeatherClient _generatedGet = null!;
    private WeatherClient _generatedPost = null!;
    private HandWrittenClient _handGet = null!;
    private HandWrittenClient _handPost = null!;

    [GlobalSetup]
    public void Setup()
    {
        _generatedGet = new WeatherClient(new UtcpChannel(new() { HttpHandler = new CannedHandler(Forecast) }));
        _generatedPost = new WeatherClient(new UtcpChannel(new() { HttpHandler = new CannedHandler(Receipt) }));
        _handGet = new HandWrittenClient(new HttpClient(new CannedHandler(Forecast)));
        _handPost = new HandWrittenClient(new HttpClient(new CannedHandler(Receipt)));
    }

    [BenchmarkCategory("GET"), Benchmark(Baseline = true, Description = "GET, hand-written")]
    public async Task<int> HandGet() => (await _handGet.GetForecastAsync("Lisbon", 12, "metric", default)).Days.Count;

    [BenchmarkCategory("GET"), Benchmark(Description = "GET, generated")]
    public async Task<int> GeneratedGet() => (await _generatedGet.GetForecastAsync("Lisbon", 12, Units.Metric)).Days.Count;

    [BenchmarkCategory("POST"), Benchmark(Baseline = true, Description = "POST, hand-written")]
    public async Task<long> HandPost() => (await _handPost.ReportObservationAsync("LIS", new HandObservation(Now, 17.5, 60, "light breeze"), default)).Number;

    [BenchmarkCategory("POST"), Benchmark(Description = "POST, generated")]
    public async Task<long> GeneratedPost() =>
        (await _generatedPost.ReportObservationAsync("LIS", new Observation { TakenAt = Now, Temperature = 17.5, Humidity = 60, Comment = "light breeze" })).Number;
}
