using System.Diagnostics.Tracing;
using Utcp.Json;
using Utcp.Runtime.Tests.Http;
using Utcp.Runtime.Tests.Telemetry;

namespace Utcp.Runtime.Tests.Soak;

/// <summary>What is rented from the shared pool is given back, however a call ends by itself.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class BufferTests
{
    [Fact]
    public async Task PooledBuffersComeBack()
    {
        await using var server = await FaultyServer.StartAsync();
        using var channel = new UtcpChannel(new() { MaxRetries = 0 });
        await RunAsync(channel, server.Url, 5);
        long rented;
        long missing;
        using (var pool = new PoolListener())
        {
            await RunAsync(channel, server.Url, 100);
            await Task.Delay(200);
            (rented, missing) = (pool.Rented, pool.Rented - pool.Returned);
        }

        // Some live on in connections and in caches; what is lost would be lost by every call.
        Assert.True(rented > 500, $"{rented} buffers were rented.");
        Assert.InRange(missing, -60, 60);
    }

    private static async Task RunAsync(UtcpChannel channel, string url, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Call.ValueAsync<int, Int32Codec>(channel, Call.Get($"{url}/value/ok/{i}"));
            await Call.ValueAsync<int, Int32Codec>(channel, Call.Post($"{url}/value/ok/{i}"), static (ref r) => r.Body<string, StringCodec>("x"));
            await Record.ExceptionAsync(() => Call.ValueAsync<int, Int32Codec>(channel, Call.Get($"{url}/value/garbage/{i}")));
            await Record.ExceptionAsync(() => Call.ValueAsync<int, Int32Codec>(channel, Call.Get($"{url}/value/busy/{i}")));
            await Streams.OfEvents<int, Int32Codec>(channel, Streams.Events($"{url}/events/ok/{i}", reconnect: false)).ToListAsync();
            await Streams.OfItems<int, Int32Codec>(channel, Call.Get($"{url}/lines/ok/{i}")).ToListAsync();
            await Streams.OfBytes(channel, Call.Get($"{url}/lines/ok/{i}")).ToListAsync();
            await Record.ExceptionAsync(() => Streams.OfItems<int, Int32Codec>(channel, Call.Get($"{url}/lines/garbage/{i}")).ToListAsync().AsTask());
        }
    }

    private sealed class PoolListener : EventListener
    {
        private const int RentedEvent = 1;
        private const int ReturnedEvent = 3;
        private long _rented;
        private long _returned;

        public long Rented => Volatile.Read(ref _rented);

        public long Returned => Volatile.Read(ref _returned);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId == RentedEvent)
            {
                Interlocked.Increment(ref _rented);
            }
            else if (eventData.EventId == ReturnedEvent)
            {
                Interlocked.Increment(ref _returned);
            }
        }
    }
}
