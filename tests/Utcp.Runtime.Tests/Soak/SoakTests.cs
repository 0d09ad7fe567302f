using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;
using Utcp.Runtime.Tests.Telemetry;

namespace Utcp.Runtime.Tests.Soak;

/// <summary>64 callers over mixed protocols, with faults: every call ends as it must, and nothing stays behind.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class SoakTests
{
    private const int Callers = 64;

    private readonly ConcurrentDictionary<string, int> _outcomes = new();
    private int _number;

    [Fact]
    public async Task NothingGoesWrongAndNothingStaysBehind()
    {
        await using var server = await FaultyServer.StartAsync();
        using var connections = new Gauge("System.Net.Http", "http.client.open_connections", new Uri(server.Url).Port);
        using var streams = new Gauge("Utcp", "utcp.client.open_streams", null);
        var timers = Timer.ActiveCount;

        var channel = new UtcpChannel(new() { RetryDelay = TimeSpan.FromMilliseconds(1), MaxReconnects = 20 });
        var memory = new List<long>();
        foreach (var seconds in new[] { 3, 6 })
        {
            var end = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => CallAsync(channel, server, new Random(i * 31), () => end.Elapsed.TotalSeconds < seconds))));
            await UntilAsync(() => server.Running == 0, "requests");
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal(0, streams.Value);
        Assert.True(connections.Most > 8, "The callers did not run side by side.");
        await channel.DisposeAsync();
        await UntilAsync(() => connections.Value == 0, "connections");
        await UntilAsync(() => Timer.ActiveCount <= timers + 4, "timers");
        await UntilAsync(() => ThreadPool.PendingWorkItemCount < 10, "work items");
        Assert.InRange(memory[1] - memory[0], long.MinValue, 8_000_000);

        // Each kind of call was made, and there were enough of them to mean something.
        Assert.Equal(s_plans.Length, _outcomes.Count);
        Assert.True(_outcomes.Values.Sum() > 1000, string.Join(", ", _outcomes));
    }

    private static readonly (string Protocol, string Fault, bool IsPost, Type? Failure)[] s_plans =
    [
        ("value", "ok", false, null),
        ("value", "ok", true, null),
        ("value", "once", false, null),
        ("value", "once", true, typeof(UtcpHttpException)),
        ("value", "reset", false, null),
        ("value", "reset", true, typeof(UtcpConnectionException)),
        ("value", "busy", false, typeof(UtcpHttpException)),
        ("value", "hang", false, typeof(UtcpTimeoutException)),
        ("value", "hang", true, typeof(OperationCanceledException)),
        ("value", "garbage", false, typeof(UtcpResponseException)),
        ("events", "ok", false, null),
        ("events", "once", false, null),
        ("events", "reset", false, null),
        ("events", "busy", false, typeof(UtcpHttpException)),
        ("events", "garbage", false, typeof(UtcpResponseException)),
        ("events", "hang", false, typeof(UtcpTimeoutException)),
        ("lines", "ok", false, null),
        ("lines", "once", false, null),
        ("lines", "reset", false, typeof(UtcpConnectionException)),
        ("lines", "garbage", false, typeof(UtcpResponseException)),
        ("lines", "hang", false, typeof(OperationCanceledException)),
    ];

    private async Task CallAsync(UtcpChannel channel, FaultyServer server, Random random, Func<bool> goesOn)
    {
        while (goesOn())
        {
            var plan = s_plans[random.Next(s_plans.Length)];
            var n = Interlocked.Increment(ref _number) * 100;
            var url = $"{server.Url}/{plan.Protocol}/{plan.Fault}/{n}";
            using var source = new CancellationTokenSource();
            if (plan.Failure == typeof(OperationCanceledException))
            {
                source.CancelAfter(random.Next(1, 60));
            }

            var options = new UtcpCallOptions { Timeout = plan.Failure == typeof(UtcpTimeoutException) ? TimeSpan.FromMilliseconds(random.Next(1, 60)) : TimeSpan.FromSeconds(60) };
            var isLeft = plan.Failure is null && random.Next(8) == 0;
            var e = await Record.ExceptionAsync(() => plan.Protocol == "value" ? ValueAsync(channel, plan.IsPost, url, n, options, source.Token) : ItemsAsync(channel, plan.Protocol, url, n, isLeft, options, source.Token));
            if (plan.Failure is null ? e is not null : !plan.Failure.IsInstanceOfType(e))
            {
                throw new InvalidOperationException($"{plan} ended with {e?.GetType().Name ?? "no failure"}.", e);
            }

            if (e is OperationCanceledException cancelled && cancelled.CancellationToken != source.Token)
            {
                throw new InvalidOperationException("Cancelled by another token.", e);
            }

            _outcomes.AddOrUpdate(plan.ToString(), 1, static (_, count) => count + 1);
        }
    }

    private static async Task ValueAsync(UtcpChannel channel, bool isPost, string url, int n, UtcpCallOptions options, CancellationToken token)
    {
        var value = await Call.ValueAsync<int, Int32Codec>(channel, isPost ? Call.Post(url) : Call.Get(url), isPost ? static (ref r) => r.Body<string, StringCodec>("x") : null, options, null, token);
        if (value != n)
        {
            throw new InvalidOperationException($"The answer {value} of another call.");
        }
    }

    private static async Task ItemsAsync(UtcpChannel channel, string protocol, string url, int n, bool isLeft, UtcpCallOptions options, CancellationToken token)
    {
        var stream = protocol == "events" ? Streams.OfEvents<int, Int32Codec>(channel, Streams.Events(url, retry: 1), null, options, token) : Streams.OfItems<int, Int32Codec>(channel, Call.Get(url), null, options, token);
        var count = 0;
        await foreach (var item in stream)
        {
            if (item != n + ++count)
            {
                throw new InvalidOperationException($"The item {item} where {n + count} was next.");
            }

            if (isLeft)
            {
                return;
            }
        }

        if (count != FaultyServer.Items)
        {
            throw new InvalidOperationException($"{count} items.");
        }
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 1000, $"Some {what} stay behind.");
            await Task.Delay(10);
        }
    }

    /// <summary>The sum of an up-down counter since it was made.</summary>
    private sealed class Gauge : IDisposable
    {
        private readonly MeterListener _listener;
        private long _value;
        private long _most;

        public Gauge(string meter, string instrument, int? port)
        {
            _listener = new()
            {
                InstrumentPublished = (published, listener) =>
                {
                    if (published.Meter.Name == meter && published.Name == instrument)
                    {
                        listener.EnableMeasurementEvents(published);
                    }
                },
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    if (port is not null && tag.Key == "server.port" && tag.Value is int other && other != port)
                    {
                        return;
                    }
                }

                var now = Interlocked.Add(ref _value, value);
                _most = Math.Max(_most, now);
            });
            _listener.Start();
        }

        public long Value => Volatile.Read(ref _value);

        public long Most => _most;

        public void Dispose() => _listener.Dispose();
    }
}
