using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>
/// Puts a variable in the place of every secret that stands in a manual in the clear: what is compiled into an assembly can be read by whoever has it.
/// The review of documents reports each (UTCP203). The names never depend on the order of the tools, or an edit could send one server's secret to another.
/// </summary>
internal sealed class SecretVariables
{
    private readonly HashSet<string> _ofManual;
    private readonly Dictionary<string, HashSet<string>> _literals = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    public SecretVariables(IReadOnlyList<Tool> tools)
    {
        _ofManual = new HashSet<string>(tools.SelectMany(tool => tool.Variables).Select(variable => variable.Name), StringComparer.Ordinal);
        foreach (var call in tools.Select(tool => tool.Call))
        {
            Transform(call.Auth, Collect);
            Transform(call switch { HttpFamilyCall http => http.Headers, WebSocketCall socket => socket.Headers, _ => [] }, Collect);
        }
    }

    /// <summary>The names of the variables made so far.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>The auth of a tool without literal secrets.</summary>
    public Auth? Without(Auth? auth, string tool) => Transform(auth, (stem, text) => Replace(stem, text, tool));

    /// <summary>The headers of a tool without literal secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Without(IReadOnlyList<KeyValuePair<string, string>> headers, string tool) =>
        Transform(headers, (stem, text) => Replace(stem, text, tool));

    /// <summary>A URL without user name and password before its host. Such a URL is refused, with them and without them.</summary>
    public static string WithoutUserInfo(string url)
    {
        var start = url.IndexOf(':') + 1;
        while (start < url.Length && url[start] is '/' or '\\')
        {
            start++;
        }

        var end = url.IndexOfAny(['/', '\\', '?', '#'], start);
        var at = url.Substring(0, end < 0 ? url.Length : end).LastIndexOf('@');
        return at < start ? url : url.Substring(0, start) + "***" + url.Substring(at);
    }

    private static Auth? Transform(Auth? auth, Func<string, string, string> secret) => auth switch
    {
        ApiKeyAuth key => key with { ApiKey = secret("API_KEY", key.ApiKey) },
        BasicAuth basic => basic with { Password = secret("PASSWORD", basic.Password) },
        OAuth2Auth oauth => oauth with { ClientSecret = secret("CLIENT_SECRET", oauth.ClientSecret) },
        _ => auth,
    };

    private static IReadOnlyList<KeyValuePair<string, string>> Transform(IReadOnlyList<KeyValuePair<string, string>> headers, Func<string, string, string> secret) =>
        [.. headers.Select(header => HeaderPolicy.IsSensitive(header.Key) ? new KeyValuePair<string, string>(header.Key, secret(VariableName(header.Key), header.Value)) : header)];

    private static bool IsLiteral(string text) => text.Length > 0 && VariableScanner.Scan(text).Count == 0;

    private string Collect(string stem, string text)
    {
        if (IsLiteral(text))
        {
            (_literals.TryGetValue(stem, out var texts) ? texts : _literals[stem] = new(StringComparer.Ordinal)).Add(text);
        }

        return text;
    }

    private string Replace(string stem, string text, string tool)
    {
        if (!IsLiteral(text))
        {
            return text;
        }

        // One secret for all tools has the plain name; several have the names of their tools.
        var name = _literals[stem].Count == 1 ? stem : VariableName(tool) + "_" + stem;
        name = _ofManual.Contains(name) ? name + "_LITERAL" : name;
        _names.Add(name);

        // The scheme of an Authorization header is no secret, and whoever sets the variable would forget it.
        var scheme = stem is not ("PASSWORD" or "CLIENT_SECRET") && text.IndexOf(' ') is > 0 and < 12 and var space ? text.Substring(0, space + 1) : "";
        return scheme + "${" + name + "}";
    }

    private static string VariableName(string stem)
    {
        var name = new string([.. stem.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? char.ToUpperInvariant(c) : '_')]).Trim('_');
        return name.Length == 0 ? "SECRET" : name;
    }
}
