namespace Utcp;

/// <summary>A call took longer than it may. The caller's own cancellation is an <see cref="OperationCanceledException"/> instead.</summary>
public sealed class UtcpTimeoutException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What took too long.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="timeout">The time that was allowed.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpTimeoutException(string message, string? tool, TimeSpan timeout, Exception? innerException = null)
        : base(message, tool, innerException) => Timeout = timeout;

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; }
}
