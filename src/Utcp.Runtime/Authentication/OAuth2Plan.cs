using Utcp.Http;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Authentication;

/// <summary>OAuth 2.0 client credentials (section 4.3).</summary>
internal sealed class OAuth2Plan(OAuth2Auth auth, UrlTrust trust) : AuthPlan
{
    private readonly VariableText _url = VariableText.Parse(auth.TokenUrl);
    private readonly VariableText _id = VariableText.ParseCredential(auth.ClientId);
    private readonly VariableText _secret = VariableText.ParseCredential(auth.ClientSecret);
    private readonly VariableText? _scope = string.IsNullOrEmpty(auth.Scope) ? null : VariableText.Parse(auth.Scope);
    private TokenRequest? _last;

    public override string HeaderName(VariableScope scope) => "Authorization";

    public override IEnumerable<string> Missing(VariableScope scope) => _url.Missing(scope).Concat(_id.Missing(scope)).Concat(_secret.Missing(scope));

    /// <summary>What to ask the token endpoint for. Its URL is checked before credentials leave (case 77).</summary>
    public TokenRequest Request(VariableScope scope)
    {
        var url = _url.Resolve(scope);
        var id = _id.Resolve(scope);
        var secret = _secret.Resolve(scope);
        var wanted = _scope?.Resolve(scope);
        var verdict = UrlPolicy.Check(url, UrlUse.Http, trust, scope.Binding.Channel.AllowedHosts);
        if (!verdict.IsAllowed)
        {
            throw UrlFailure.Of(verdict, scope.Tool);
        }

        var last = _last;
        if (last is null || !last.Matches(url, id, secret, wanted))
        {
            last = new(url, id, secret, wanted);
            _last = last;
        }

        return last;
    }
}
