namespace Utcp.WebSockets;

/// <summary>The exchanges of a connection: one at a time, or any number that are told apart by the ids of their requests (D21). Not thread-safe.</summary>
internal sealed class ExchangeTable(bool isCorrelated)
{
    private readonly Dictionary<long, Exchange>? _byId = isCorrelated ? [] : null;
    private Exchange? _only;

    public int Count => _byId?.Count ?? (_only is null ? 0 : 1);

    public void Add(Exchange exchange)
    {
        if (_byId is not null)
        {
            _byId.Add(exchange.Id, exchange);
        }
        else
        {
            _only = _only is null ? exchange : throw new InvalidOperationException("The connection is in use.");
        }
    }

    /// <summary>The exchange that a message belongs to, or null.</summary>
    public Exchange? Find(long id) => _byId is null ? _only : _byId.GetValueOrDefault(id);

    /// <summary>Takes an exchange out.</summary>
    /// <returns>Whether it was still there.</returns>
    public bool Remove(Exchange exchange)
    {
        if (_byId is not null)
        {
            return _byId.Remove(exchange.Id);
        }

        var isThere = ReferenceEquals(_only, exchange);
        _only = isThere ? null : _only;
        return isThere;
    }

    /// <summary>Takes all out.</summary>
    public Exchange[] Clear()
    {
        Exchange[] all = _byId is not null ? [.. _byId.Values] : _only is not null ? [_only] : [];
        _byId?.Clear();
        _only = null;
        return all;
    }
}
