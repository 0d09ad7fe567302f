namespace Utcp.Authentication;

/// <summary>Why there is no token. Becomes an <see cref="UtcpAuthenticationException"/> for each call that waits for it.</summary>
internal sealed class TokenFailure(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the endpoint may give one when it is asked again.</summary>
    public bool MayPass { get; init; }

    /// <summary>The wait that the endpoint asks for, or null when it asks for none.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
