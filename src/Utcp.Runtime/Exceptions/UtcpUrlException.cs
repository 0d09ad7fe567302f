namespace Utcp;

/// <summary>A URL is refused by the URL policy (D6, D13, D14): of the call itself, of a redirect, or of a token endpoint. Nothing was sent to it.</summary>
public sealed class UtcpUrlException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which URL is refused and why; the host may be named, nothing else of the URL.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="reason">Why, as a part of a sentence.</param>
    public UtcpUrlException(string message, string? tool, string reason)
        : base(message, tool) => Reason = reason;

    /// <summary>Why the URL is refused, such as "http is allowed to loopback hosts only".</summary>
    public string Reason { get; }
}
