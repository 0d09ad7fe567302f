using System.Net.WebSockets;
using Utcp.Generated;

namespace Utcp.WebSockets;

/// <summary>An open connection: one receiver that gives each message to the exchange it belongs to, and one queue of messages to send.</summary>
internal sealed class SocketConnection
{
    // What belongs to no call is dropped; a server that sends nothing else is not worth listening to.
    private const int MaxStrays = 1000;

    // With fewer calls in flight nothing is gained by waiting for another.
    private const int Many = 3;

    private readonly Lock _lock = new();
    private readonly WebSocket _socket;
    private readonly WebSocketPool _pool;
    private readonly ReceiveBuffer _buffer;
    private readonly SendQueue _sends;
    private readonly ExchangeTable _exchanges;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _isCorrelated;
    private readonly int _limit;
    private ConnectionEnd? _end;
    private bool _isRetired;
    private bool _isClosing;
    private bool _awaitsSignIn;
    private bool _isUsed;
    private int _strays;

    public SocketConnection(WebSocketPool pool, ConnectionTarget target, ClientWebSocket socket, GatheringStream? stream, string? authorization, bool isCorrelated, int limit)
    {
        _pool = pool;
        _socket = socket;
        _limit = limit;
        _isCorrelated = isCorrelated;
        _buffer = new(socket, limit);
        _exchanges = new(isCorrelated);
        _awaitsSignIn = target.FirstMessage is not null;
        Target = target;
        Authorization = authorization;
        Subprotocol = socket.SubProtocol;
        LastUse = pool.Channel.Time.GetTimestamp();

        var options = pool.Options;
        var limitOfSends = options.PingInterval == Timeout.InfiniteTimeSpan || options.PingTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.FromSeconds(60) : options.PingInterval + options.PingTimeout;
        _sends = new(socket, isCorrelated ? stream : null, limitOfSends, Abort);
    }

    public ConnectionTarget Target { get; }

    /// <summary>The Authorization header that a token made, or null.</summary>
    public string? Authorization { get; }

    public string? Subprotocol { get; }

    /// <summary>When the last call began or ended.</summary>
    public long LastUse { get; private set; }

    /// <summary>Told when the connection takes no further calls.</summary>
    public Action<SocketConnection>? Retired { get; set; }

    /// <summary>Whether the metric of open connections counts it.</summary>
    public bool IsCounted { get; set; }

    public Task Done => _done.Task;

    /// <summary>Why the connection ended, or null while it has not.</summary>
    public ConnectionEnd? End => _end;

    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return !_isRetired && _exchanges.Count == 0;
            }
        }
    }

    /// <summary>Whether another call may use the connection after this one: nothing of this one is on its way.</summary>
    public bool IsReusable => IsIdle && !_sends.IsBusy;

    public void Start() => _ = ReceiveAsync();

    /// <summary>Sends the message of an exchange, which gets what comes back.</summary>
    /// <returns>Whether the connection takes calls. If not, nothing was sent.</returns>
    public bool TryBegin(Exchange exchange, in Outgoing? message)
    {
        bool isOneOfMany;
        lock (_lock)
        {
            if (_isRetired)
            {
                return false;
            }

            isOneOfMany = _exchanges.Count >= Many;
            _exchanges.Add(exchange);
            _isUsed = true;
            LastUse = _pool.Channel.Time.GetTimestamp();
        }

        if (message is { } given)
        {
            _sends.Send(given, isOneOfMany);
        }

        return true;
    }

    /// <summary>Sends a message of an exchange that has begun.</summary>
    public void Send(in Outgoing message) => _sends.Send(message, isOneOfMany: false);

    /// <summary>Forgets an exchange that is over. What still comes for it is dropped.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="isStream">Whether the server may go on sending items.</param>
    public void Leave(Exchange exchange, bool isStream)
    {
        bool isUnfinished;
        bool close;
        lock (_lock)
        {
            isUnfinished = _exchanges.Remove(exchange);
            LastUse = _pool.Channel.Time.GetTimestamp();

            // Without ids the next message could be the answer to this call (D22); and nobody needs to listen to a stream that nobody reads.
            close = isUnfinished && !_isRetired && (!_isCorrelated || (isStream && _exchanges.Count == 0));
            close |= _isRetired && !_isClosing && _exchanges.Count == 0;
        }

        if (close)
        {
            _ = CloseAsync(WebSocketCloseStatus.NormalClosure, null);
        }
    }

    /// <summary>Takes no further calls, and closes when those that run are over.</summary>
    public void Retire()
    {
        bool close;
        lock (_lock)
        {
            close = _exchanges.Count == 0 && !_isClosing;
        }

        SetRetired();
        if (close)
        {
            _ = CloseAsync(WebSocketCloseStatus.NormalClosure, null);
        }
    }

    /// <summary>Closes in good order, and cuts the connection when the server does not join in. Calls that run fail.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        lock (_lock)
        {
            if (_isClosing)
            {
                return;
            }

            _isClosing = true;
            _end ??= new(EndReason.Shut, (int)status);
        }

        SetRetired();
        FailAll();
        _sends.Close();
        var limit = _pool.Options.CloseTimeout;
        try
        {
            await _socket.CloseOutputAsync(status, reason, CancellationToken.None).WaitAsync(limit).ConfigureAwait(false);
            await _done.Task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            _socket.Abort();
        }
    }

    /// <summary>Cuts the connection. Calls that run fail.</summary>
    public void Abort(EndReason reason, Exception? cause)
    {
        lock (_lock)
        {
            _end ??= new(reason, 1006, Cause: cause);
        }

        _socket.Abort();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var type = await _buffer.ReadAsync(CancellationToken.None).ConfigureAwait(false);
                if (type is null)
                {
                    SetEnd(new(EndReason.TooLarge, 1009));
                    break;
                }

                if (type == WebSocketMessageType.Close)
                {
                    var status = (int)(_socket.CloseStatus ?? WebSocketCloseStatus.Empty);
                    SetEnd(new(EndReason.Closed, status, _socket.CloseStatusDescription is { Length: > 0 } words ? words : null));
                    ForgetToken(status);
                    break;
                }

                var full = Dispatch(type == WebSocketMessageType.Binary);
                if (full is not null)
                {
                    // A stream that shares its connection must not hold up the others for long.
                    await full.WaitForRoomAsync(_isCorrelated ? _pool.Options.SlowReaderTimeout : Timeout.InfiniteTimeSpan).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            SetEnd(new(IsNoPong(e) ? EndReason.NoPong : EndReason.Broken, 1006, Cause: e));
        }
        catch (Exception e)
        {
            // A bug of ours must not leave calls waiting for ever.
            SetEnd(new(EndReason.Broken, 1006, Cause: e));
        }

        await FinishAsync().ConfigureAwait(false);
    }

    private async Task FinishAsync()
    {
        SetRetired();
        _sends.Close();
        FailAll();
        try
        {
            // The other half of the closing handshake.
            var limit = _pool.Options.CloseTimeout;
            if (_end!.Reason == EndReason.Closed && _socket.State == WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(limit).ConfigureAwait(false);
            }
            else if (_end.Reason == EndReason.TooLarge && _socket.State == WebSocketState.Open)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, null, CancellationToken.None).WaitAsync(limit).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
        }

        _socket.Dispose();
        _buffer.Dispose();
        _pool.Forget(this);
        _done.TrySetResult();
    }

    /// <summary>Gives the message to its exchange.</summary>
    /// <returns>The exchange that has to be waited for, or null.</returns>
    private Exchange? Dispatch(bool isBinary)
    {
        var payload = _buffer.Message;
        var envelope = _isCorrelated ? Envelope.Read(payload, _pool.Ids) : default;
        Exchange? exchange;
        lock (_lock)
        {
            exchange = _exchanges.Find(envelope.Id);
        }

        if (_awaitsSignIn && SignIn.Read(payload) is not SignInReply.None and var answer)
        {
            _awaitsSignIn = false;
            if (answer == SignInReply.Refused)
            {
                Abort(EndReason.Refused, null);
            }

            return null;
        }

        if (exchange is null)
        {
            Stray();
            return null;
        }

        if (!exchange.IsSent && !exchange.IsSession)
        {
            // A greeting: no answer comes before its question.
            return null;
        }

        _strays = 0;
        if (!_isCorrelated && !exchange.IsSession && exchange.Format is WebSocketFormat.Any or WebSocketFormat.Json && payload.IndexOf("\"type\""u8) >= 0)
        {
            envelope = Envelope.Read(payload, _pool.Ids);
            envelope = envelope.Kind is EnvelopeKind.Response or EnvelopeKind.ToolError or EnvelopeKind.End ? envelope : default;
        }

        var expectation = exchange.Receive(new(payload, isBinary, envelope));
        if (expectation == Expectation.Nothing)
        {
            lock (_lock)
            {
                _exchanges.Remove(exchange);
            }
        }

        return expectation == Expectation.MoreLater ? exchange : null;
    }

    private void Stray()
    {
        if (_isClosing || !_isUsed)
        {
            return;
        }

        // Without ids a message outside a call means that messages and calls no longer pair up. With them, it only matters when it never ends.
        if (!_isCorrelated || (++_strays > MaxStrays && IsIdle))
        {
            _ = CloseAsync(WebSocketCloseStatus.NormalClosure, null);
        }
    }

    private void SetEnd(ConnectionEnd end)
    {
        lock (_lock)
        {
            _end ??= end;
        }
    }

    private void SetRetired()
    {
        lock (_lock)
        {
            if (_isRetired)
            {
                return;
            }

            _isRetired = true;
        }

        Retired?.Invoke(this);
    }

    private void FailAll()
    {
        Exchange[] lost;
        lock (_lock)
        {
            lost = _exchanges.Clear();
        }

        foreach (var exchange in lost)
        {
            exchange.Lose(_end!, Target.Host, _limit);
        }
    }

    // 1008 policy violation, 3000 unauthorized, and what servers commonly use: the token may be over.
    private void ForgetToken(int status)
    {
        if (Target.Token is { } token && status is 1008 or 3000 or 3003 or 4001 or 4401 or 4403)
        {
            _pool.Channel.Tokens.Drop(token, Authorization);
        }
    }

    // .NET wraps what its keep-alive found in what the read threw.
    private static bool IsNoPong(Exception? e) => e switch
    {
        WebSocketException { WebSocketErrorCode: WebSocketError.Faulted } => true,
        AggregateException several => several.InnerExceptions.Any(IsNoPong),
        _ => e is not null && IsNoPong(e.InnerException),
    };
}
