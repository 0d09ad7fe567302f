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
        ApiKeyAuth key => new ApiKeyPlan(key),
        BasicAuth basic => new BasicPlan(basic),
        OAuth2Auth oauth => new OAuth2Plan(oauth, trust),
        _ => throw new NotSupportedException($"Unknown authentication {auth.GetType().Name}."),
    };

    /// <summary>The header that carries the credentials, or null when none does.</summary>
    public abstract string? HeaderName(VariableScope scope);
}
