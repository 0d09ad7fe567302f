namespace Utcp;

/// <summary>The tool itself reported that the call failed (<c>tool_error</c>, UTCP section 3.5).</summary>
public sealed class UtcpToolException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">That the tool failed, without its words.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="error">What the tool said.</param>
    public UtcpToolException(string message, string? tool, string error)
        : base(message, tool) => Error = error;

    /// <summary>What the tool said: text, or JSON when it is no string; "" when nothing. May hold anything the server sent, so think before logging it.</summary>
    public string Error { get; }
}
