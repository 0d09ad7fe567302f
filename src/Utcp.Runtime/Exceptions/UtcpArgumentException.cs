namespace Utcp;

/// <summary>An argument of a call cannot be sent (D4, D8, D9, D17). Thrown before anything is sent. The message names the argument and never its value.</summary>
public sealed class UtcpArgumentException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, without the value.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="argument">The argument's name as the manual writes it, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpArgumentException(string message, string tool, string? argument, Exception? innerException = null)
        : base(message, innerException)
    {
        Tool = tool;
        Argument = argument;
    }

    /// <summary>The name of the tool that was called.</summary>
    public string Tool { get; }

    /// <summary>The argument's name as the manual writes it, or null. <see cref="ArgumentException.ParamName"/> is not used, as a method's parameter may have another name.</summary>
    public string? Argument { get; }
}
