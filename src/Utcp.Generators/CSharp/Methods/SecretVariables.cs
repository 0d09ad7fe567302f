using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>
/// Puts a variable in the place of every secret that stands in a manual in the clear: what is compiled into an assembly can be read by whoever has it.
/// One secret, one variable; the reader has reported each (UTCP203).
/// </summary>
internal sealed class SecretVariables
{
    private readonly NameScope _names;
    private readonly Dictionary<(string Stem, string Secret), string> _known = [];

    public SecretVariables(IEnumerable<string> variablesOfManual) => _names = new NameScope([.. variablesOfManual]);

    /// <summary>The names of the variables made so far.</summary>
    public IEnumerable<string> Names => _known.Values;

    /// <summary>An auth object without literal secrets.</summary>
    public Auth? Without(Auth? auth) => auth switch
    {
        ApiKeyAuth key => key with { ApiKey = Replace("API_KEY", key.ApiKey, keepScheme: true) },
        BasicAuth basic => basic with { Password = Replace("PASSWORD", basic.Password) },
        OAuth2Auth oauth => oauth with { ClientSecret = Replace("CLIENT_SECRET", oauth.ClientSecret) },
        _ => auth,
    };

    /// <summary>Headers without literal secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Without(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        [.. headers.Select(header => HeaderPolicy.IsSensitive(header.Key) ? new KeyValuePair<string, string>(header.Key, Replace(header.Key, header.Value, keepScheme: true)) : header)];

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

    private string Replace(string stem, string text, bool keepScheme = false)
    {
        if (text.Length == 0 || VariableScanner.Scan(text).Any())
        {
            return text;
        }

        var scheme = keepScheme && text.IndexOf(' ') is > 0 and < 12 and var space ? text.Substring(0, space + 1) : "";
        var key = (stem, text);
        if (!_known.TryGetValue(key, out var name))
        {
            var upper = VariableName(stem);
            name = upper;
            for (var i = 2; !_names.TryTake(name); i++)
            {
                name = upper + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            _known[key] = name;
        }

        return scheme + "${" + name + "}";
    }

    private static string VariableName(string stem)
    {
        var name = new string([.. stem.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? char.ToUpperInvariant(c) : '_')]).Trim('_');
        return name.Length == 0 ? "SECRET" : name;
    }
}
