using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Credentials as C# expressions. Secrets are variables by now.</summary>
internal static class AuthText
{
    public static string Of(TypeNames names, Auth auth) => auth switch
    {
        ApiKeyAuth key => "new " + names.Of(FrameworkTypes.ApiKeyAuth) + " { ApiKey = " + CSharpText.Literal(key.ApiKey) + ", VarName = " + CSharpText.Literal(key.VarName)
            + ", Location = " + names.Of(FrameworkTypes.ApiKeyLocation) + "." + key.Location + Origin(key) + " }",
        BasicAuth basic => "new " + names.Of(FrameworkTypes.BasicAuth) + " { Username = " + CSharpText.Literal(basic.Username) + ", Password = " + CSharpText.Literal(basic.Password) + Origin(basic) + " }",
        OAuth2Auth oauth => "new " + names.Of(FrameworkTypes.OAuth2Auth) + " { TokenUrl = " + CSharpText.Literal(oauth.TokenUrl) + ", ClientId = " + CSharpText.Literal(oauth.ClientId)
            + ", ClientSecret = " + CSharpText.Literal(oauth.ClientSecret) + (oauth.Scope is null ? "" : ", Scope = " + CSharpText.Literal(oauth.Scope)) + Origin(oauth) + " }",
        _ => throw new InvalidOperationException("Unknown auth " + auth.GetType().Name),
    };

    private static string Origin(Auth auth) => auth.Scheme is null ? ""
        : ", Scheme = " + CSharpText.Literal(auth.Scheme) + (auth.Scopes.Count == 0 ? "" : ", Scopes = [" + string.Join(", ", auth.Scopes.Select(CSharpText.Literal)) + "]");
}
