namespace Utcp;

/// <summary>The server could not be reached, or the connection broke before the whole answer was read.</summary>
public sealed class UtcpConnectionException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed; the host may be named, nothing else of the URL.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="host">The host, or null when unknown.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpConnectionException(string message, string? tool, string? host, Exception? innerException = null)
        : base(message, tool, innerException) => Host = host;

    /// <summary>The host that was called, without port, or null when unknown.</summary>
    public string? Host { get; }

    /// <summary>The status with which a WebSocket was closed (RFC 6455, section 7.4), such as 1011; 1006 when it broke without a closing handshake; null for other connections.</summary>
    public int? CloseStatus { get; init; }

    /// <summary>The reason that the server gave for closing a WebSocket, or null. The server's words, so think before logging them.</summary>
    public string? CloseReason { get; init; }
}
