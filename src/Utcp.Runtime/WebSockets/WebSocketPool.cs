using System.Collections.Concurrent;
using System.Net.WebSockets;
using Utcp.Telemetry;

namespace Utcp.WebSockets;

/// <summary>The WebSocket connections of a channel.</summary>
internal sealed class WebSocketPool : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Key, bool IsCorrelated), ConnectionGroup> _groups = new();
    private readonly ConcurrentDictionary<SocketConnection, bool> _connections = new();
    private readonly ITimer? _sweep;

    public WebSocketPool(UtcpChannel channel, UtcpWebSocketOptions options, TimeSpan connectTimeout)
    {
        Channel = channel;
        Options = options;
        ConnectTimeout = connectTimeout;
        if (options.IdleTimeout != Timeout.InfiniteTimeSpan)
        {
            var period = TimeSpan.FromTicks(Math.Clamp(options.IdleTimeout.Ticks / 2, TimeSpan.TicksPerMillisecond * 20, TimeSpan.TicksPerSecond * 30));
            _sweep = channel.Time.CreateTimer(static state => ((WebSocketPool)state!).Sweep(), this, period, period);
        }
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

    /// <summary>Closes all connections of a manual; its calls that run fail.</summary>
    public Task CloseAsync(Generated.ClientBinding binding) => CloseAsync(connection => connection.Target.Manual == binding.Namespace);

    /// <summary>Cuts all connections.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        _sweep?.Dispose();
        foreach (var connection in _connections.Keys)
        {
            connection.Abort(EndReason.Shut, null);
        }
    }

    /// <summary>Closes all connections in good order, within the time for closing.</summary>
    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        if (_sweep is not null)
        {
            await _sweep.DisposeAsync().ConfigureAwait(false);
        }

        await CloseAsync(static _ => true).ConfigureAwait(false);
    }

    private Task CloseAsync(Func<SocketConnection, bool> isMeant) =>
        Task.WhenAll(_connections.Keys.Where(isMeant).Select(static connection => Task.WhenAll(connection.CloseAsync(WebSocketCloseStatus.NormalClosure, null), connection.Done)));

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
