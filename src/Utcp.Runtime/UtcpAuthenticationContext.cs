using Utcp.Http;

namespace Utcp;

/// <summary>A request that is to be authenticated; see <see cref="IUtcpAuthenticator"/>.</summary>
public sealed class UtcpAuthenticationContext
{
    private readonly UtcpRequest _request;
    private readonly (string Header, string Prefix) _place;

    internal UtcpAuthenticationContext(UtcpRequest request, string? scheme, IReadOnlyList<string> scopes, (string Header, string Prefix) place)
    {
        _request = request;
        _place = place;
        Scheme = scheme;
        Scopes = scopes;
    }

    /// <summary>The tool or operation that is called.</summary>
    public string Tool => _request.Tool;

    /// <summary>The security scheme of the OpenAPI document that the credentials are for, or null when the manual names none.</summary>
    public string? Scheme { get; }

    /// <summary>The scopes that the operation asks for; empty when it names none.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>The HTTP method.</summary>
    public string Method => _request.Method.Method;

    /// <summary>The URL, on the origin that the authenticator is bound to. May hold arguments of the call, so think before logging it.</summary>
    public Uri Url => _request.RequestUri!;

    /// <summary>Whether the server has refused what was given before, with 401: the credentials should be new ones.</summary>
    public bool IsRenewal => _request.IsRenewal;

    /// <summary>Sets a header of the request. It stays off other origins when the server redirects.</summary>
    /// <exception cref="ArgumentException">The name or value cannot be sent: values are ASCII without control characters.</exception>
    public void SetHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!RequestHeaderRules.IsName(name) || RequestHeaderRules.IsConnection(name) || RequestHeaderRules.IsContent(name))
        {
            throw new ArgumentException("This header cannot be set by an authenticator.", nameof(name));
        }

        if (RequestHeaderRules.WhyUnfit(value) is { } reason)
        {
            throw new ArgumentException($"The value of {name} cannot be sent: {reason}.", nameof(value));
        }

        _request.Headers.Remove(name);
        _request.Headers.TryAddWithoutValidation(name, value);
        _request.AddKeyHeader(name);
    }

    /// <summary>Sets a token where the manual wants it: the header of the scheme, else <c>Authorization: Bearer</c>.</summary>
    /// <exception cref="ArgumentException">The token cannot be sent.</exception>
    public void SetToken(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        SetHeader(_place.Header, _place.Prefix + token);
    }
}
