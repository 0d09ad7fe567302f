using Microsoft.Extensions.Logging;

namespace Utcp.Telemetry;

/// <summary>The log entries. Event ids never change their meaning. Exceptions are not attached, as handlers of others may put anything into theirs.</summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "Calling {Tool}: {Method} {Route} at {Host}.")]
    public static partial void Starting(this ILogger logger, string tool, string method, string route, string? host);

    [LoggerMessage(2, LogLevel.Debug, "{Tool} answered {StatusCode} after {Milliseconds} ms.")]
    public static partial void Succeeded(this ILogger logger, string tool, int statusCode, long milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Tool} failed ({ErrorType}) after {Milliseconds} ms: {Reason}")]
    public static partial void Failed(this ILogger logger, string tool, string errorType, long milliseconds, string reason);

    [LoggerMessage(4, LogLevel.Debug, "{Tool} was cancelled by the caller after {Milliseconds} ms.")]
    public static partial void Cancelled(this ILogger logger, string tool, long milliseconds);

    [LoggerMessage(5, LogLevel.Warning, "Trying {Tool} again: attempt {Attempt} after {ErrorType}.")]
    public static partial void Retrying(this ILogger logger, string tool, int attempt, string errorType);

    [LoggerMessage(6, LogLevel.Information, "Resuming the stream of {Tool} in {Milliseconds} ms after {Cause}.")]
    public static partial void Reconnecting(this ILogger logger, string tool, long milliseconds, string cause);

    [LoggerMessage(7, LogLevel.Debug, "Got a token from {Host}.")]
    public static partial void TokenReceived(this ILogger logger, string host);

    [LoggerMessage(8, LogLevel.Warning, "Got no token: {Reason}.")]
    public static partial void TokenRefused(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Debug, "Opened a WebSocket to {Host}.")]
    public static partial void SocketOpened(this ILogger logger, string host);

    [LoggerMessage(10, LogLevel.Debug, "The WebSocket to {Host} is over ({CloseStatus}).")]
    public static partial void SocketClosed(this ILogger logger, string host, int closeStatus);

    [LoggerMessage(11, LogLevel.Information, "Connecting to {Host} again in {Milliseconds} ms.")]
    public static partial void SocketReconnecting(this ILogger logger, string host, long milliseconds);

    [LoggerMessage(12, LogLevel.Warning, "{Tool} was not called ({ErrorType}): {Reason}")]
    public static partial void Refused(this ILogger logger, string tool, string errorType, string reason);
}
