namespace Utcp.WebSockets;

/// <summary>Connections for calls whose messages have no ids: each carries one call at a time, and calls at the same time take further ones (D21).</summary>
internal sealed class SeparateConnections(WebSocketPool pool, ConnectionTarget target) : ConnectionGroup(pool, target)
{
    private readonly Stack<SocketConnection> _idle = new();
    private readonly SemaphoreSlim _turns = new(pool.Options.MaxConnections);

    public override async ValueTask<SocketConnection?> BeginAsync(Exchange exchange, Outgoing message, CancellationToken token)
    {
        if (!Enter())
        {
            return null;
        }

        var connection = default(SocketConnection);
        var hasTurn = false;
        try
        {
            await _turns.WaitAsync(token).ConfigureAwait(false);
            hasTurn = true;
            while (true)
            {
                var isNew = !TryTake(out connection);
                connection ??= await ConnectionOpener.OpenAsync(Pool, Target, isCorrelated: false, HasBeenOpen, Pool.Options.MaxMessageBytes, null, token).ConfigureAwait(false);
                HasBeenOpen = true;
                if (!isNew && await IsExpiredAsync(connection, token).ConfigureAwait(false))
                {
                    connection.Retire();
                }
                else if (connection.TryBegin(exchange, message))
                {
                    return connection;
                }
                else if (isNew)
                {
                    throw OpenFailure.OfClose(connection);
                }
            }
        }
        catch
        {
            connection?.Retire();
            if (hasTurn)
            {
                _turns.Release();
            }

            Leave();
            throw;
        }
    }

    public override void End(SocketConnection? connection, Exchange exchange, bool isStream)
    {
        if (connection is null)
        {
            return;
        }

        connection.Leave(exchange, isStream);
        if (connection.IsReusable)
        {
            lock (Gate)
            {
                _idle.Push(connection);
            }
        }
        else
        {
            connection.Retire();
        }

        _turns.Release();
        Leave();
    }

    public override bool RemoveIdle()
    {
        List<SocketConnection> old = [];
        bool isRemoved;
        lock (Gate)
        {
            var all = _idle.ToArray();
            _idle.Clear();
            for (var i = all.Length - 1; i >= 0; i--)
            {
                if (IsOld(all[i]))
                {
                    old.Add(all[i]);
                }
                else if (all[i].IsIdle)
                {
                    _idle.Push(all[i]);
                }
            }

            isRemoved = _idle.Count == 0 && Remove();
        }

        foreach (var connection in old)
        {
            connection.Retire();
        }

        return isRemoved;
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SocketConnection? connection)
    {
        lock (Gate)
        {
            while (_idle.TryPop(out connection))
            {
                if (connection.IsIdle)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
