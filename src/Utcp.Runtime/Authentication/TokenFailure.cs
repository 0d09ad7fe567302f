namespace Utcp.Authentication;

/// <summary>Why there is no token. Becomes an <see cref="UtcpAuthenticationException"/> for each call that waits for it.</summary>
internal sealed class TokenFailure(string message, Exception? inner = null) : Exception(message, inner);
