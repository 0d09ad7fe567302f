using System.Collections.Concurrent;
using System.Net.WebSockets;
using Utcp.Telemetry;

namespace Utcp.WebSockets;

/// <summary>The WebSocket connections of a channel.</summary>
internal sealed class WebSocketPool : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Key, bool IsCorrelated), ConnectionGroup> _groups = new();
    private readonly ConcurrentDictionary<SocketConnection, bool> _connections = new();
    private readonly Lock _gate = new();
    private ITimer? _sweep;

    public WebSocketPool(UtcpChannel channel, UtcpWebSocketOptions options, TimeSpan connectTimeout)
    {
        Channel = channel;
        Options = options;
        ConnectTimeout = connectTimeout;
    }

    public UtcpChannel Channel { get; }

    public UtcpWebSocketOptions Options { get; }

    public TimeSpan ConnectTimeout { get; }

    public RequestIds Ids { get; } = new();

    public TargetCache Targets { get; } = new();

    /// <summary>How many connections are open, for tests.</summary>
    public int Count => _connections.Count;

    public bool IsDisposed { get; private set; }

    /// <summary>The connections to a target for calls of one kind.</summary>
    public ConnectionGroup GroupOf(ConnectionTarget target, bool isCorrelated)
    {
        if (_sweep is null && Options.IdleTimeout != Timeout.InfiniteTimeSpan)
        {
            StartSweeping();
        }

        while (true)
        {
            var group = _groups.GetOrAdd((target.Key, isCorrelated), static (key, state) => key.IsCorrelated ? new SharedConnection(state.Pool, state.Target) : new SeparateConnections(state.Pool, state.Target), (Pool: this, Target: target));
            if (!group.IsRemoved)
            {
                return group;
            }
        }
    }

    /// <summary>Takes over an open connection.</summary>
    public void Keep(SocketConnection connection)
    {
        _connections[connection] = true;
        connection.IsCounted = CallMetrics.SocketOpened(connection.Target.Url);
        Channel.Log?.SocketOpened(connection.Target.Url.IdnHost);
        connection.Start();
        if (IsDisposed)
        {
            connection.Abort(EndReason.Shut, null);
        }
    }

    /// <summary>Gives up a connection that is over.</summary>
    public void Forget(SocketConnection connection)
    {
        _connections.TryRemove(connection, out _);
        if (connection.IsCounted)
        {
            CallMetrics.SocketClosed(connection.Target.Url);
        }

        Channel.Log?.SocketClosed(connection.Target.Url.IdnHost, connection.End?.Status ?? 0);
    }

    /// <summary>Closes all connections of a client; its calls that run fail.</summary>
    public Task CloseAsync(Generated.ClientBinding binding) => CloseAsync(connection => connection.Target.Owner == binding.ConnectionOwner);

    /// <summary>Cuts all connections.</summary>
    public void Dispose()
    {
        StopSweeping()?.Dispose();
        foreach (var connection in _connections.Keys)
        {
            connection.Abort(EndReason.Shut, null);
        }
    }

    /// <summary>Closes all connections in good order, within the time for closing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (StopSweeping() is { } sweep)
        {
            await sweep.DisposeAsync().ConfigureAwait(false);
        }

        await CloseAsync(static _ => true).ConfigureAwait(false);
    }

    private Task CloseAsync(Func<SocketConnection, bool> isMeant) =>
        Task.WhenAll(_connections.Keys.Where(isMeant).Select(static connection => Task.WhenAll(connection.CloseAsync(WebSocketCloseStatus.NormalClosure, null), connection.Done)));

    // Most channels never open a WebSocket.
    private void StartSweeping()
    {
        lock (_gate)
        {
            if (_sweep is null && !IsDisposed)
            {
                var period = TimeSpan.FromTicks(Math.Clamp(Options.IdleTimeout.Ticks / 2, TimeSpan.TicksPerMillisecond * 20, TimeSpan.TicksPerSecond * 30));
                _sweep = Channel.Time.CreateTimer(static state => ((WebSocketPool)state!).Sweep(), this, period, period);
            }
        }
    }

    private ITimer? StopSweeping()
    {
        lock (_gate)
        {
            IsDisposed = true;
            return _sweep;
        }
    }

    private void Sweep()
    {
        foreach (var (key, group) in _groups)
        {
            if (group.RemoveIdle())
            {
                _groups.TryRemove(new(key, group));
            }
        }
    }
}
