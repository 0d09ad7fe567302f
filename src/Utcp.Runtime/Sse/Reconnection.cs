using System.Net;
using Utcp.Http;
using Utcp.Resilience;

namespace Utcp.Sse;

/// <summary>
/// Decides whether and when a stream of events is resumed (D28). A connection that breaks or falls silent is resumed; one that ends in good order only when the
/// server has sent an id or a <c>retry</c>, which is how it asks for that: to others an end is an end. Only a GET is ever sent again.
/// </summary>
internal sealed class Reconnection(UtcpRequest request)
{
    private static readonly TimeSpan s_floor = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromMinutes(2);

    private readonly bool _isAllowed = request.Operation.Reconnect && request.Method == HttpMethod.Get && request.Content is null && request.Channel.MaxReconnects > 0;
    private TimeSpan _wait = request.Operation.RetryTimeout;
    private string _lastId = "";
    private string? _firstId;
    private bool _hasWait;
    private bool _isFirstEvent = true;
    private bool _isAfterEnd;
    private int _failures;

    /// <summary>Whether there was a connection.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Notes that a connection is open.</summary>
    public void Opened()
    {
        HasStarted = true;
        _isFirstEvent = true;
    }

    /// <summary>Notes an event.</summary>
    /// <param name="id">Its id; "" forgets the last one, null keeps it.</param>
    /// <returns>Whether it is news: a server that knows nothing of <c>Last-Event-ID</c> begins a finished stream again.</returns>
    public bool Take(string? id)
    {
        if (_isFirstEvent)
        {
            _isFirstEvent = false;
            if (_isAfterEnd && !string.IsNullOrEmpty(id) && id == _firstId)
            {
                return false;
            }

            _firstId = id;
        }

        _failures = 0;
        if (id is not null)
        {
            _lastId = id;
        }

        return true;
    }

    /// <summary>Notes what a connection has said when it is over.</summary>
    /// <param name="id">The last id that was read, that of an event without data too; "" when there was none.</param>
    /// <param name="retry">The wait that the server asks for, or less than zero.</param>
    /// <param name="isWhole">Whether the last event was read to its end; if not, its id does not count.</param>
    public void Closed(string id, TimeSpan retry, bool isWhole)
    {
        _lastId = isWhole && id.Length > 0 && RequestHeaderRules.WhyUnfit(id) is null ? id : _lastId;
        if (retry >= TimeSpan.Zero)
        {
            _wait = retry;
            _hasWait = true;
        }
    }

    /// <summary>Whether a failure is one after which a stream can be resumed.</summary>
    public bool CanFollow(UtcpException e, bool isTimeOver) =>
        _isAllowed && HasStarted && !isTimeOver && _failures < request.Channel.MaxReconnects && RequestHeaderRules.WhyUnfit(_lastId) is null
        && e is UtcpConnectionException or UtcpTimeoutException or UtcpHttpException { StatusCode: 408 or 429 or (>= 500 and not 501 and not 505) }
        && !(RetryAfter.Of(e, request.Channel.Time) > s_longest) && !request.Channel.IsDisposed;

    /// <summary>Whether a stream that ended in good order goes on.</summary>
    public bool CanFollowEnd() => _isAllowed && (_hasWait || _lastId.Length > 0) && _failures < request.Channel.MaxReconnects && RequestHeaderRules.WhyUnfit(_lastId) is null;

    /// <summary>Prepares the request for the next connection.</summary>
    /// <param name="broken">Why the last one is over, or null when it ended in good order.</param>
    /// <returns>The time to wait before.</returns>
    public TimeSpan Next(UtcpException? broken)
    {
        _isAfterEnd = broken is null;
        if (_lastId.Length > 0)
        {
            request.Headers.Remove("Last-Event-ID");
            request.Headers.TryAddWithoutValidation("Last-Event-ID", _lastId);
        }

        var wait = _wait < s_floor ? s_floor : _wait > s_longest ? s_longest : _wait;
        var longest = wait > s_longestBackOff ? wait : s_longestBackOff;
        var backOff = wait * Math.Pow(2, Math.Min(_failures++, 20));

        backOff = backOff > longest ? longest : backOff;
        backOff = RetryAfter.Of(broken, request.Channel.Time) is { } asked && asked > backOff ? asked : backOff;

        // Up to a tenth more, so that the clients of a server that restarts do not come back as one.
        return backOff * (1 + (Random.Shared.NextDouble() / 10));
    }
}
