namespace Utcp;

/// <summary>An answer, or one item of a stream, has more bytes than <see cref="UtcpChannelOptions.MaxResponseBytes"/> allows. The rest was not read.</summary>
public sealed class UtcpResponseTooLargeException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is too large.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="limit">The most bytes allowed.</param>
    public UtcpResponseTooLargeException(string message, string? tool, long limit)
        : base(message, tool) => Limit = limit;

    /// <summary>The most bytes that an answer may have.</summary>
    public long Limit { get; }
}
