namespace Utcp.Client;

/// <summary>A manual cannot be registered: its name is taken, nobody brings its protocol, or its document could not be fetched or read.</summary>
public sealed class UtcpManualException : UtcpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="manual">The manual's name.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UtcpManualException(string message, string manual, Exception? innerException = null)
        : base(message, null, innerException) => Manual = manual;

    /// <summary>The manual's name.</summary>
    public string Manual { get; }
}
