using Utcp.Manuals.Security;

namespace Utcp;

/// <summary>Which calls an <see cref="IUtcpAuthenticator"/> is for. It is never asked for a request to another origin.</summary>
public sealed class UtcpAuthenticatorBinding
{
    /// <summary>Binds an authenticator to an origin.</summary>
    /// <param name="origin">Scheme, host and port, such as <c>https://api.example.com</c>; a path behind them has no meaning.</param>
    /// <param name="authenticator">The authenticator.</param>
    /// <exception cref="ArgumentException">The origin is no absolute URL with http or https.</exception>
    public UtcpAuthenticatorBinding([CheckedUrl] string origin, IUtcpAuthenticator authenticator)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(authenticator);
        if (!UrlPolicy.SameOrigin(origin, origin))
        {
            throw new ArgumentException("The origin must be an absolute URL such as https://api.example.com.", nameof(origin));
        }

        Origin = origin;
        Authenticator = authenticator;
    }

    /// <summary>Binds a source of tokens to an origin. The token goes where the manual wants it: the header of the scheme, else <c>Authorization: Bearer</c>.</summary>
    /// <param name="origin">Scheme, host and port, such as <c>https://api.example.com</c>.</param>
    /// <param name="tokenProvider">Gives a token that is valid now; asked for every request. Must be thread-safe.</param>
    /// <exception cref="ArgumentException">The origin is no absolute URL with http or https.</exception>
    public UtcpAuthenticatorBinding([CheckedUrl] string origin, Func<UtcpAuthenticationContext, CancellationToken, ValueTask<string>> tokenProvider)
        : this(origin, new TokenProvider(tokenProvider))
    {
    }

    /// <summary>The origin that it is bound to.</summary>
    public string Origin { get; }

    /// <summary>The authenticator.</summary>
    public IUtcpAuthenticator Authenticator { get; }

    /// <summary>
    /// The security scheme of the OpenAPI document that it is for, or null (the default) for every call to the origin, whatever the manual says of authentication:
    /// then it takes the place of all credentials that the manual names.
    /// </summary>
    public string? Scheme { get; init; }

    /// <summary>The <see cref="UtcpClientOptions.ManualName"/> of the clients that it is for, or null (the default) for all.</summary>
    public string? ManualName { get; init; }

    private sealed class TokenProvider : IUtcpAuthenticator
    {
        private readonly Func<UtcpAuthenticationContext, CancellationToken, ValueTask<string>> _provider;

        public TokenProvider(Func<UtcpAuthenticationContext, CancellationToken, ValueTask<string>> provider)
        {
            ArgumentNullException.ThrowIfNull(provider);
            _provider = provider;
        }

        public async ValueTask AuthenticateAsync(UtcpAuthenticationContext context, CancellationToken cancellationToken) =>
            context.SetToken(await _provider(context, cancellationToken).ConfigureAwait(false));
    }
}
