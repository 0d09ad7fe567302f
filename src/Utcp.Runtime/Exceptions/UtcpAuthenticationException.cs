namespace Utcp;

/// <summary>Credentials could not be made: a key is empty, or the token endpoint refused or gave no usable token (section 4). The API was not called.</summary>
public sealed class UtcpAuthenticationException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, without credentials.</param>
    /// <param name="tool">The tool's name, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpAuthenticationException(string message, string? tool = null, Exception? innerException = null)
        : base(message, tool, innerException)
    {
    }
}
