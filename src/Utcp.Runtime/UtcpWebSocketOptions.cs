namespace Utcp;

/// <summary>How a <see cref="UtcpChannel"/> uses WebSocket connections. Immutable.</summary>
public sealed record UtcpWebSocketOptions
{
    /// <summary>How long a connection may be silent before a ping is sent. Default 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> sends none, so that a peer that is gone is noticed by time limits only.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a ping may take before the connection is given up. Default 10 seconds.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the closing handshake may take before the connection is cut. Default 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection without calls is kept. Default 5 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait before a lost connection is opened again for the second time; it doubles with each attempt. Default 1 second.</summary>
    public TimeSpan ReconnectDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often a call tries to open a connection to a server that had one before. Default 5. A server that was never reached fails the first time.
    /// Only opening is repeated: a message that may have reached the server is never sent again.
    /// </summary>
    public int ReconnectAttempts { get; init; } = 5;

    /// <summary>The most bytes that a received message may have after decompression. Default 1 MiB. A longer one ends the connection and fails its calls with <see cref="UtcpResponseTooLargeException"/>.</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>The most connections for tools without request ids of one server and identity; further calls wait for their turn. Default 100.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>
    /// How long a stream whose items are not taken may hold up the other calls of its connection before it fails. Default 10 seconds. A stream that has a connection of
    /// its own holds up only its server.
    /// </summary>
    public TimeSpan SlowReaderTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether permessage-deflate (RFC 7692) is offered, without context takeover. Default false: the length of compressed messages tells an observer something about
    /// secrets in them.
    /// </summary>
    public bool Compression { get; init; }

    /// <exception cref="ArgumentException">A limit or time is not positive.</exception>
    internal void Check()
    {
        UtcpChannel.CheckTime(PingInterval, nameof(PingInterval));
        UtcpChannel.CheckTime(PingTimeout, nameof(PingTimeout));
        UtcpChannel.CheckTime(CloseTimeout, nameof(CloseTimeout));
        UtcpChannel.CheckTime(IdleTimeout, nameof(IdleTimeout));
        UtcpChannel.CheckTime(ReconnectDelay, nameof(ReconnectDelay));
        UtcpChannel.CheckTime(SlowReaderTimeout, nameof(SlowReaderTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ReconnectAttempts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxMessageBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(MaxMessageBytes, Array.MaxLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConnections);
    }
}
