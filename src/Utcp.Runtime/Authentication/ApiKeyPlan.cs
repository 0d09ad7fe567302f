using Utcp.Http;
using Utcp.Manuals.Model;
using Utcp.Variables;

namespace Utcp.Authentication;

/// <summary>A key in a header, the query or a cookie (section 4.1).</summary>
internal sealed class ApiKeyPlan(ApiKeyAuth auth) : AuthPlan
{
    private readonly VariableText _key = VariableText.ParseCredential(auth.ApiKey);
    private readonly VariableText _name = VariableText.Parse(auth.VarName);

    public ApiKeyLocation Location => auth.Location;

    public override string? HeaderName(VariableScope scope) => Location == ApiKeyLocation.Header ? Name(scope) : null;

    public override IEnumerable<string> Missing(VariableScope scope) => _key.Missing(scope);

    public override (string Header, string Prefix) TokenPlace(VariableScope scope) => Location == ApiKeyLocation.Header ? (Name(scope), _key.Prefix) : base.TokenPlace(scope);

    /// <summary>The name of the header, query parameter, cookie or member of a message.</summary>
    public string Name(VariableScope scope)
    {
        var name = _name.Constant ?? _name.Resolve(scope);
        return Location is ApiKeyLocation.Query or ApiKeyLocation.Message ? name.Length > 0 ? name : throw Unfit(scope, "the name of the API key is empty")
            : RequestHeaderRules.IsName(name) && !RequestHeaderRules.IsConnection(name) ? name
            : throw Unfit(scope, "the name of the API key is not valid");
    }

    /// <summary>The key, fit for its place.</summary>
    public string Key(VariableScope scope)
    {
        var key = _key.Resolve(scope);
        var reason = key.Length == 0 ? "it is empty"
            : Location == ApiKeyLocation.Header ? RequestHeaderRules.WhyUnfit(key)
            : Location == ApiKeyLocation.Cookie && !CookieRules.IsValue(key) ? "it has a character that cookies cannot have"
            : null;
        return reason is null ? key : throw Unfit(scope, $"the API key cannot be sent: {reason}");
    }

    private UtcpAuthenticationException Unfit(VariableScope scope, string what)
    {
        var source = _key.Constant is null ? $" It comes from the variable {_key.FirstVariable(scope)}." : "";
        return new($"{scope.Tool}: {what}.{source}", scope.Tool);
    }
}
