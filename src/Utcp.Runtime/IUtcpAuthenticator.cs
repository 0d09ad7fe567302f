namespace Utcp;

/// <summary>
/// Authenticates calls in a way of its own: tokens of a user who has logged in, signatures, keys from a vault. Given to a channel as a
/// <see cref="UtcpAuthenticatorBinding"/>, which says for which origin, scheme and manual. Must be thread-safe.
/// </summary>
public interface IUtcpAuthenticator
{
    /// <summary>
    /// Adds credentials to a request before it is sent. Asked for every request; keep what can be kept. When the server has answered 401 it is asked once more
    /// (<see cref="UtcpAuthenticationContext.IsRenewal"/>), and the request is repeated if that is harmless.
    /// </summary>
    /// <param name="context">The request, and where the credentials go.</param>
    /// <param name="cancellationToken">Ends with the call.</param>
    ValueTask AuthenticateAsync(UtcpAuthenticationContext context, CancellationToken cancellationToken);
}
