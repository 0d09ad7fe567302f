using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Authentication;

/// <summary>The credentials of an operation, worked out once (section 4).</summary>
internal abstract class AuthPlan
{
    public static AuthPlan? Of(Auth? auth, UrlTrust trust = UrlTrust.Local) => auth switch
    {
        null => null,
        ApiKeyAuth key => new ApiKeyPlan(key) { Scheme = key.Scheme, Scopes = key.Scopes },
        BasicAuth basic => new BasicPlan(basic) { Scheme = basic.Scheme, Scopes = basic.Scopes },
        OAuth2Auth oauth => new OAuth2Plan(oauth, trust) { Scheme = oauth.Scheme, Scopes = oauth.Scopes },
        _ => throw new NotSupportedException($"Unknown authentication {auth.GetType().Name}."),
    };

    /// <summary>The name of the security scheme, or null.</summary>
    public string? Scheme { get; private init; }

    /// <summary>The scopes that the operation asks for.</summary>
    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>The variables without a value that the credentials need.</summary>
    public abstract IEnumerable<string> Missing(VariableScope scope);

    /// <summary>What stands before a token that somebody else provides, and the header it goes into.</summary>
    public virtual (string Header, string Prefix) TokenPlace(VariableScope scope) => ("Authorization", "Bearer ");

    /// <summary>The header that carries the credentials, or null when none does.</summary>
    public abstract string? HeaderName(VariableScope scope);
}
