namespace Utcp.Client;

/// <summary>No tool is registered under a name (UTCP section 6.3).</summary>
public sealed class UtcpToolNotFoundException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="suggestion">The name that was probably meant, or null.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public UtcpToolNotFoundException(string message, string name, string? suggestion)
        : base(message, name) => Suggestion = suggestion;

    /// <summary>The registered name that was probably meant, or null.</summary>
    public string? Suggestion { get; }
}
