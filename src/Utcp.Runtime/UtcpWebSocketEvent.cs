namespace Utcp;

/// <summary>What happens on a WebSocket session.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public readonly record struct UtcpWebSocketEvent<T>
{
    /// <summary>What happened.</summary>
    public required UtcpWebSocketEventKind Kind { get; init; }

    /// <summary>The message, when <see cref="Kind"/> says so.</summary>
    public T? Message { get; init; }

    /// <summary>The close status (RFC 6455, section 7.4), when <see cref="Kind"/> is <see cref="UtcpWebSocketEventKind.Close"/>.</summary>
    public int? CloseStatus { get; init; }

    /// <summary>The reason that the server gave for closing, or null. The server's words.</summary>
    public string? CloseReason { get; init; }

    /// <summary>The failure, when <see cref="Kind"/> is <see cref="UtcpWebSocketEventKind.Error"/>.</summary>
    public Exception? Error { get; init; }
}

/// <summary>The kinds of <see cref="UtcpWebSocketEvent{T}"/>.</summary>
public enum UtcpWebSocketEventKind
{
    /// <summary>The connection is open. Always the first.</summary>
    Open,

    /// <summary>A message came.</summary>
    Message,

    /// <summary>The session was closed in good order. Nothing follows.</summary>
    Close,

    /// <summary>The session broke, or a message could not be read. Nothing follows.</summary>
    Error,
}
