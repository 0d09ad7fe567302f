using System.Collections.Concurrent;

namespace Utcp.Authentication;

/// <summary>The OAuth 2.0 tokens of a channel (D16): kept until shortly before they expire, fetched once for all calls that wait.</summary>
internal sealed class TokenCache(UtcpChannel channel, TimeProvider time, TimeSpan defaultLifetime)
{
    // Credentials that change with every call would otherwise grow the cache without end.
    private const int MaxEntries = 1000;
    private readonly ConcurrentDictionary<TokenKey, Entry> _entries = new();

    /// <summary>The value of the Authorization header.</summary>
    /// <exception cref="UtcpAuthenticationException">There is no token to be had.</exception>
    public async ValueTask<string> GetAsync(TokenRequest request, string tool, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(request.Key, static _ => new());
        Task<AccessToken> pending;
        lock (entry)
        {
            if (entry.Token is { } token && time.GetUtcNow() < token.Expiry)
            {
                return token.Header;
            }

            // Not tied to the caller that happens to be first: others wait for it too.
            pending = entry.Pending ??= Task.Run(() => FetchAsync(request, entry), CancellationToken.None);
        }

        Trim();
        try
        {
            return (await pending.WaitAsync(cancellationToken).ConfigureAwait(false)).Header;
        }
        catch (TokenFailure e)
        {
            throw new UtcpAuthenticationException($"{tool}: {e.Message}.", tool, e.InnerException);
        }
    }

    /// <summary>Forgets a token that an API has refused, unless it was renewed meanwhile.</summary>
    public void Drop(TokenRequest request, string? header)
    {
        if (_entries.TryGetValue(request.Key, out var entry))
        {
            lock (entry)
            {
                if (entry.Token?.Header == header)
                {
                    entry.Token = null;
                }
            }
        }
    }

    private async Task<AccessToken> FetchAsync(TokenRequest request, Entry entry)
    {
        try
        {
            var token = await TokenEndpoint.FetchAsync(channel, request, time, defaultLifetime).ConfigureAwait(false);
            lock (entry)
            {
                entry.Token = token;
            }

            return token;
        }
        finally
        {
            lock (entry)
            {
                entry.Pending = null;
            }
        }
    }

    private void Trim()
    {
        if (_entries.Count <= MaxEntries)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (key, entry) in _entries)
        {
            lock (entry)
            {
                if (entry.Pending is null && (entry.Token is null || entry.Token.Expiry <= now || _entries.Count > MaxEntries))
                {
                    _entries.TryRemove(key, out _);
                }
            }
        }
    }

    private sealed class Entry
    {
        public AccessToken? Token { get; set; }

        public Task<AccessToken>? Pending { get; set; }
    }
}
