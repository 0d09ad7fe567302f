using System.Text;
using Utcp.Manuals.Model;
using Utcp.Variables;

namespace Utcp.Authentication;

/// <summary>User name and password in UTF-8 (section 4.2, RFC 7617, D18).</summary>
internal sealed class BasicPlan(BasicAuth auth) : AuthPlan
{
    private readonly VariableText _user = VariableText.ParseCredential(auth.Username);
    private readonly VariableText _password = VariableText.ParseCredential(auth.Password);
    private Encoded? _last;

    public override string HeaderName(VariableScope scope) => "Authorization";

    public override IEnumerable<string> Missing(VariableScope scope) => _user.Missing(scope).Concat(_password.Missing(scope));

    /// <summary>The value of the Authorization header.</summary>
    public string Header(VariableScope scope)
    {
        var user = _user.Resolve(scope);
        var password = _password.Resolve(scope);
        var last = _last;
        if (last is not null && ReferenceEquals(last.User, user) && ReferenceEquals(last.Password, password))
        {
            return last.Header;
        }

        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new UtcpAuthenticationException($"{scope.Tool}: the user name has a colon, which HTTP Basic cannot carry.", scope.Tool);
        }

        last = new(user, password, Encode(user, password));
        _last = last;
        return last.Header;
    }

    public static string Encode(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password));

    private sealed class Encoded(string user, string password, string header)
    {
        public string User { get; } = user;

        public string Password { get; } = password;

        public string Header { get; } = header;
    }
}
