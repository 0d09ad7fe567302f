using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Utcp.Benchmarks.Ticker;

namespace Utcp.Benchmarks.Streams;

/// <summary>Streams of 10,000 items from memory: events and lines with a record of four members, and events with a number, which is the parsing of events alone.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(ShortRuns))]
public class StreamBenchmarks
{
    private const int Count = 10_000;
    private const string Tick = "{\"symbol\":\"UTCP\",\"price\":101.25,\"volume\":4711,\"at\":\"2026-11-20T12:00:00Z\"}";

    private readonly StreamHandler _events = new("text/event-stream", "id: 17\nevent: tick\ndata: " + Tick + "\n\n", Count);
    private readonly StreamHandler _numbers = new("text/event-stream", "data: 4711\n\n", Count);
    private readonly StreamHandler _lines = new("application/x-ndjson", Tick + "\n", Count);
    private HandWrittenReader _handEvents = null!;
    private HandWrittenReader _handNumbers = null!;
    private HandWrittenReader _handLines = null!;
    private TickerClient _generatedEvents = null!;
    private TickerClient _generatedNumbers = null!;
    private TickerClient _generatedLines = null!;

    [GlobalSetup]
    public void Setup()
    {
        _handEvents = new(new(_events));
        _handNumbers = new(new(_numbers));
        _handLines = new(new(_lines));
        _generatedEvents = new(new UtcpChannel(new() { HttpHandler = _events }));
        _generatedNumbers = new(new UtcpChannel(new() { HttpHandler = _numbers }));
        _generatedLines = new(new UtcpChannel(new() { HttpHandler = _lines }));
    }

    [BenchmarkCategory("SSE"), Benchmark(Baseline = true, Description = "SSE, hand-written")]
    public Task<long> HandEvents() => _handEvents.EventsAsync();

    [BenchmarkCategory("SSE"), Benchmark(Description = "SSE, generated")]
    public async Task<long> GeneratedEvents()
    {
        var sum = 0L;
        await foreach (var tick in _generatedEvents.WatchEventsAsync().ConfigureAwait(false))
        {
            sum += tick.Volume;
        }

        return sum;
    }

    [BenchmarkCategory("SSE numbers"), Benchmark(Baseline = true, Description = "SSE numbers, hand-written")]
    public Task<long> HandNumbers() => _handNumbers.NumbersAsync();

    [BenchmarkCategory("SSE numbers"), Benchmark(Description = "SSE numbers, generated")]
    public async Task<long> GeneratedNumbers()
    {
        var sum = 0L;
        await foreach (var number in _generatedNumbers.WatchNumbersAsync().ConfigureAwait(false))
        {
            sum += number;
        }

        return sum;
    }

    [BenchmarkCategory("NDJSON"), Benchmark(Baseline = true, Description = "NDJSON, hand-written")]
    public Task<long> HandLines() => _handLines.LinesAsync();

    [BenchmarkCategory("NDJSON"), Benchmark(Description = "NDJSON, generated")]
    public async Task<long> GeneratedLines()
    {
        var sum = 0L;
        await foreach (var tick in _generatedLines.WatchLinesAsync().ConfigureAwait(false))
        {
            sum += tick.Volume;
        }

        return sum;
    }
}
