using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Utcp.Benchmarks.Radar;

namespace Utcp.Benchmarks.WebSockets;

/// <summary>Calls over one WebSocket to a server in the same process: one after the other, and a hundred at a time.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(ShortRuns))]
public class SocketBenchmarks
{
    private const int Parallel = 100;
    private EchoServer _server = null!;
    private UtcpChannel _channel = null!;
    private RadarClient _generated = null!;
    private HandWrittenSocket _hand = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _server = await EchoServer.StartAsync();
        _channel = new UtcpChannel(new() { Variables = { [RadarClient.Variables.RadarUrl] = _server.Url } });
        _generated = new RadarClient(_channel);
        _hand = new HandWrittenSocket();
        await _hand.ConnectAsync(_server.Url);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _hand.DisposeAsync();
        await _channel.DisposeAsync();
        await _server.DisposeAsync();
    }

    [BenchmarkCategory("one after the other"), Benchmark(Baseline = true, Description = "sequential, hand-written")]
    public async Task<long> HandOne() => (await _hand.CallAsync(new("point", 1, 2), default)).X;

    [BenchmarkCategory("one after the other"), Benchmark(Description = "sequential, generated")]
    public async Task<long> GeneratedOne() => (await _generated.EchoAsync("point", 1, 2)).X;

    [BenchmarkCategory("100 at a time"), Benchmark(Baseline = true, Description = "multiplexed, hand-written", OperationsPerInvoke = Parallel)]
    public async Task HandMany()
    {
        var calls = new Task[Parallel];
        for (var i = 0; i < Parallel; i++)
        {
            calls[i] = _hand.CallAsync(new("point", i, 2), default);
        }

        await Task.WhenAll(calls);
    }

    [BenchmarkCategory("100 at a time"), Benchmark(Description = "multiplexed, generated", OperationsPerInvoke = Parallel)]
    public async Task GeneratedMany()
    {
        var calls = new Task[Parallel];
        for (var i = 0; i < Parallel; i++)
        {
            calls[i] = _generated.EchoAsync("point", i, 2);
        }

        await Task.WhenAll(calls);
    }

    [BenchmarkCategory("1,000,000 items"), Benchmark(Description = "stream, generated", OperationsPerInvoke = 1_000_000)]
    public async Task<long> GeneratedStream()
    {
        var sum = 0L;
        await foreach (var item in _generated.SweepStreamAsync(1_000_000))
        {
            sum += item;
        }

        return sum;
    }
}
