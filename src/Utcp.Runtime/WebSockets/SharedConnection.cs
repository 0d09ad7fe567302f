namespace Utcp.WebSockets;

/// <summary>One connection for all calls whose messages have ids; opened once for all that wait for it.</summary>
internal sealed class SharedConnection(WebSocketPool pool, ConnectionTarget target) : ConnectionGroup(pool, target)
{
    private SocketConnection? _current;
    private Task<SocketConnection>? _opening;

    public override async ValueTask<SocketConnection?> BeginAsync(Exchange exchange, Outgoing message, CancellationToken token)
    {
        if (!Enter())
        {
            return null;
        }

        try
        {
            for (var isSecond = false; ; isSecond = true)
            {
                var connection = _current;
                if (connection is not null && await IsExpiredAsync(connection, token).ConfigureAwait(false))
                {
                    connection.Retire();
                }

                if (connection is not null && connection.TryBegin(exchange, message))
                {
                    return connection;
                }

                connection = await OpenAsync(connection, token).ConfigureAwait(false);
                if (connection.TryBegin(exchange, message))
                {
                    return connection;
                }

                if (isSecond)
                {
                    throw OpenFailure.OfClose(connection);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    public override void End(SocketConnection? connection, Exchange exchange, bool isStream) => connection?.Leave(exchange, isStream);

    public override bool RemoveIdle()
    {
        lock (Gate)
        {
            if (_opening is not null || (_current is { } current && !(current.IsIdle && IsOld(current))) || !Remove())
            {
                return false;
            }
        }

        _current?.Retire();
        return true;
    }

    private Task<SocketConnection> OpenAsync(SocketConnection? seen, CancellationToken token)
    {
        Task<SocketConnection> opening;
        lock (Gate)
        {
            if (_current is { } current && !ReferenceEquals(current, seen))
            {
                return Task.FromResult(current);
            }

            _current = null;

            // Not tied to the call that happens to be first: others wait for it too (W5).
            opening = _opening ??= Task.Run(OpenAsync, CancellationToken.None);
        }

        return opening.WaitAsync(token);
    }

    private async Task<SocketConnection> OpenAsync()
    {
        SocketConnection? connection = null;
        try
        {
            connection = await ConnectionOpener.OpenAsync(Pool, Target, isCorrelated: true, HasBeenOpen, Pool.Options.MaxMessageBytes, null, CancellationToken.None).ConfigureAwait(false);
            connection.Retired = Forget;
            return connection;
        }
        finally
        {
            lock (Gate)
            {
                _opening = null;
                _current = connection;
                HasBeenOpen |= connection is not null;
            }
        }
    }

    private void Forget(SocketConnection connection)
    {
        lock (Gate)
        {
            if (ReferenceEquals(_current, connection))
            {
                _current = null;
            }
        }
    }
}
