namespace Utcp.WebSockets;

/// <summary>The connections to one target for calls of one kind.</summary>
internal abstract class ConnectionGroup(WebSocketPool pool, ConnectionTarget target)
{
    private int _users;

    /// <summary>Whether the pool has dropped the group, so that another must be asked for.</summary>
    public bool IsRemoved { get; private set; }

    protected WebSocketPool Pool => pool;

    protected ConnectionTarget Target => target;

    protected Lock Gate { get; } = new();

    /// <summary>Whether a connection was open once, so that losing it is a fault that may pass.</summary>
    protected bool HasBeenOpen { get; set; }

    /// <summary>Begins an exchange on a connection and sends its message.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="message">Its message.</param>
    /// <param name="token">Cancels the wait for a connection.</param>
    /// <returns>The connection, or null when the group was removed.</returns>
    /// <exception cref="OpenFailure">No connection could be opened.</exception>
    public abstract ValueTask<SocketConnection?> BeginAsync(Exchange exchange, Outgoing message, CancellationToken token);

    /// <summary>Ends an exchange.</summary>
    public abstract void End(SocketConnection? connection, Exchange exchange, bool isStream);

    /// <summary>Closes connections that nobody has used for long.</summary>
    /// <returns>Whether nothing is left, so that the group was removed.</returns>
    public abstract bool RemoveIdle();

    /// <summary>Keeps the group from being removed.</summary>
    /// <returns>Whether it is still there.</returns>
    protected bool Enter()
    {
        lock (Gate)
        {
            _users += IsRemoved ? 0 : 1;
            return !IsRemoved;
        }
    }

    protected void Leave()
    {
        lock (Gate)
        {
            _users--;
        }
    }

    /// <summary>Removes the group unless somebody uses it. The gate must be held.</summary>
    protected bool Remove() => IsRemoved = _users == 0;

    /// <summary>Whether a connection was made with a token that is over by now.</summary>
    protected async ValueTask<bool> IsExpiredAsync(SocketConnection connection, CancellationToken token) =>
        target.Token is { } request && await OpenFailure.TokenAsync(Pool, request, token).ConfigureAwait(false) != connection.Authorization;

    protected bool IsOld(SocketConnection connection) => pool.Channel.Time.GetElapsedTime(connection.LastUse) >= pool.Options.IdleTimeout;
}
