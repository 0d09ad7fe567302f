using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>Lists the variables of a call template that stands alone.</summary>
internal static class TemplateVariables
{
    public static IReadOnlyList<Variable> Of(Call call)
    {
        var variables = new List<Variable>();
        switch (call)
        {
            case HttpFamilyCall http:
                Add(http.Url, isSecret: false);
                AddHeaders(http.Headers);
                break;
            case WebSocketCall socket:
                Add(socket.Url, isSecret: false);
                Add(socket.DiscoveryUrl ?? "", isSecret: false);
                Add(socket.Subprotocol ?? "", isSecret: false);
                AddHeaders(socket.Headers);
                break;
        }

        var sets = call.GetAuthSets();
        foreach (var auth in sets.SelectMany(set => set))
        {
            foreach (var text in Texts(auth))
            {
                Add(text, isSecret: true, isNeeded: reference => !call.AuthIsOptional && sets.All(other => other.SelectMany(Texts).SelectMany(VariableScanner.Scan).Any(known => known.Name == reference)));
            }
        }

        return variables;

        void AddHeaders(IReadOnlyList<KeyValuePair<string, string>> headers)
        {
            foreach (var (name, value) in headers)
            {
                Add(value, HeaderPolicy.IsSensitive(name));
            }
        }

        void Add(string text, bool isSecret, Func<string, bool>? isNeeded = null)
        {
            foreach (var reference in VariableScanner.Scan(text))
            {
                variables.Add(new Variable(reference.Name, (reference.IsBraced || (isSecret && reference.IsWhole(text))) && isNeeded?.Invoke(reference.Name) != false, isSecret || HeaderPolicy.HasSensitiveWord(reference.Name), default));
            }
        }
    }

    private static IEnumerable<string> Texts(Auth? auth) => auth switch
    {
        ApiKeyAuth key => [key.ApiKey, key.VarName],
        BasicAuth basic => [basic.Username, basic.Password],
        OAuth2Auth oauth => [oauth.TokenUrl, oauth.ClientId, oauth.ClientSecret, oauth.Scope ?? ""],
        _ => [],
    };
}
