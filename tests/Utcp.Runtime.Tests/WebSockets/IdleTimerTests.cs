using Utcp.Runtime.Tests.Http;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>What closes idle connections costs nothing where there are none.</summary>
public sealed class IdleTimerTests
{
    [Fact]
    public async Task A_channel_without_WebSockets_has_no_timer()
    {
        await using var server = await SocketServer.StartAsync(peer => peer.EchoAsync(text => text));
        var clock = new CountingClock();
        await using (var channel = new UtcpChannel(new() { HttpHandler = null, TimeProvider = clock }))
        {
            Assert.Equal(0, clock.Running);
            await Socket.CallAsync(channel, Socket.Plain(server.Url), 1);
            await Socket.CallAsync(channel, Socket.Plain(server.Url), 2);
            Assert.Equal(1, clock.Running);
        }

        Assert.Equal(0, clock.Running);
        await new UtcpChannel(new() { TimeProvider = clock }).DisposeAsync();
    }

    /// <summary>Counts the timers that fire again and again.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private int _running;

        public int Running => _running;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = System.CreateTimer(callback, state, dueTime, period);
            if (period == Timeout.InfiniteTimeSpan || period < TimeSpan.FromSeconds(1))
            {
                return timer;
            }

            Interlocked.Increment(ref _running);
            return new Counted(timer, this);
        }

        private sealed class Counted(ITimer timer, CountingClock clock) : ITimer
        {
            private int _isOver;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                Interlocked.Add(ref clock._running, Interlocked.Exchange(ref _isOver, 1) - 1);
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
