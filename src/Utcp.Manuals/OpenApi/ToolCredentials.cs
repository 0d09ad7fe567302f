using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>
/// Gives the tools of an OpenAPI document the credentials that were configured for them: <c>auth_tools</c> of the call template that the document was loaded with
/// (UTCP section 8.7).
/// </summary>
public static class ToolCredentials
{
    /// <summary>
    /// Puts credentials in the place of those that tools ask for, where the two are of one kind: the same type, and for keys the same place and name apart from case.
    /// Tools without authentication get none, and neither do tools on another origin than the document (D15): the document names the server that would receive the secret.
    /// </summary>
    /// <param name="manual">The manual that was made from the document.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="documentUrl">Where the document was loaded from.</param>
    public static Manual Apply(Manual manual, Auth credentials, string documentUrl) =>
        manual with { Tools = [.. manual.Tools.Select(tool => Apply(tool, credentials, documentUrl))] };

    private static Tool Apply(Tool tool, Auth credentials, string documentUrl)
    {
        if (tool.Call is not HttpCall call || !UrlPolicy.SameOrigin(UrlTemplate.Parse(call.Url).ToSample(), documentUrl) || UrlTemplate.Parse(call.Url).HasVariableInOrigin)
        {
            return tool;
        }

        var changed = call with
        {
            Auth = Fits(call.Auth, credentials) ? credentials : call.Auth,
            AdditionalAuth = [.. call.AdditionalAuth.Select(auth => Fits(auth, credentials) ? credentials : auth)],
            AuthAlternatives = [.. call.AuthAlternatives.Select(auths => auths.Select(auth => Fits(auth, credentials) ? credentials : auth).ToList())],
        };
        return tool with { Call = changed, Variables = Variables(tool, changed, credentials) };
    }

    private static bool Fits(Auth? wanted, Auth credentials) => (wanted, credentials) switch
    {
        (ApiKeyAuth a, ApiKeyAuth b) => a.Location == b.Location && a.VarName.Equals(b.VarName, StringComparison.OrdinalIgnoreCase),
        (BasicAuth, BasicAuth) or (OAuth2Auth, OAuth2Auth) => true,
        _ => false,
    };

    /// <summary>The variables that the call still needs, and those of the credentials.</summary>
    private static List<Variable> Variables(Tool tool, HttpCall call, Auth credentials)
    {
        var auths = call.AdditionalAuth.Concat(call.Auth is null ? [] : [call.Auth]).Concat(call.AuthAlternatives.SelectMany(alternative => alternative)).ToList();
        var names = new HashSet<string>(auths.SelectMany(Texts).Concat([call.Url]).SelectMany(VariableScanner.Scan).Select(reference => reference.Name), StringComparer.Ordinal);
        var variables = tool.Variables.Where(variable => names.Contains(variable.Name)).ToList();
        foreach (var reference in auths.Contains(credentials) ? Texts(credentials).SelectMany(VariableScanner.Scan) : [])
        {
            if (!variables.Exists(variable => variable.Name == reference.Name))
            {
                variables.Add(new Variable(reference.Name, reference.IsBraced, Secret: true, credentials.Span));
            }
        }

        return variables;
    }

    private static IEnumerable<string> Texts(Auth auth) => auth switch
    {
        ApiKeyAuth key => [key.ApiKey],
        BasicAuth basic => [basic.Username, basic.Password],
        OAuth2Auth oauth => [oauth.TokenUrl, oauth.ClientId, oauth.ClientSecret],
        _ => [],
    };
}
