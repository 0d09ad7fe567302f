namespace Utcp;

/// <summary>A call of a tool failed. The message is one short sentence, fit for a person or a language model; it never holds secrets, query strings or bodies (D43).</summary>
public class UtcpException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, without secrets.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpException(string message, string? tool = null, Exception? innerException = null)
        : base(message, innerException) => Tool = tool;

    /// <summary>The name of the tool that was called, or null when no tool was involved.</summary>
    public string? Tool { get; }
}
