namespace Utcp;

/// <summary>A variable of the manual has no value, or one that cannot stand where the manual puts it (UTCP section 5, D31, D32). The message never holds a value.</summary>
public sealed class UtcpVariableException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and where to set the variable.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="variableName">The name that was looked up, namespace included.</param>
    public UtcpVariableException(string message, string? tool, string variableName)
        : base(message, tool) => VariableName = variableName;

    /// <summary>The name that was looked up: the one to set, namespace included.</summary>
    public string VariableName { get; }
}
