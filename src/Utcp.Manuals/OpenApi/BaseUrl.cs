using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Makes the URLs of servers absolute: against the document's own URL when it is known, against the variable <c>BASE_URL</c> otherwise.</summary>
internal static class BaseUrl
{
    public const string VariableName = "BASE_URL";

    /// <summary>Resolves the URL of a server.</summary>
    /// <param name="document">The document.</param>
    /// <param name="url">The URL, without query and fragment; server variables are replaced.</param>
    /// <param name="at">Where it is written.</param>
    /// <param name="variables">The variables in it.</param>
    public static ServerUrl Resolve(OpenApiDocument document, string url, JsonValue at, List<Variable> variables)
    {
        // What a URL is shows when its variables have their defaults.
        var sample = ServerVariables.WithDefaults(url, variables);
        if (IsAbsolute(sample))
        {
            return new ServerUrl(url.TrimEnd('/'), variables);
        }

        if (sample.StartsWith("//", StringComparison.Ordinal))
        {
            return new ServerUrl("https:" + url.TrimEnd('/'), variables);
        }

        if (LacksScheme(sample))
        {
            document.Problems.Add(ProblemCodes.InvalidField, at, $"{Quoted.Text(url)} has no scheme: write https:// before it. It is read so.");
            return new ServerUrl("https://" + url.TrimEnd('/'), variables);
        }

        if (document.Url is { } own && Uri.TryCreate(own, UriKind.Absolute, out var self) && sample.IndexOf('$') < 0 && Uri.TryCreate(self, sample, out var resolved))
        {
            // The path of a variable's default cannot be resolved apart from it.
            return url == sample ? new ServerUrl(resolved.GetLeftPart(UriPartial.Path).TrimEnd('/'), variables)
                : url[0] == '/' ? new ServerUrl(self.GetLeftPart(UriPartial.Authority) + url.TrimEnd('/'), variables)
                : new ServerUrl(resolved.GetLeftPart(UriPartial.Path).TrimEnd('/'), []);
        }

        variables.Insert(0, new Variable(VariableName, Required: true, Secret: false, at.Span));
        var path = url.StartsWith("./", StringComparison.Ordinal) ? url.Substring(1) : url;
        path = path.Trim('/');
        return new ServerUrl("${" + VariableName + "}" + (path.Length == 0 || path == "." ? "" : "/" + path), variables);
    }

    private static bool IsAbsolute(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && url.IndexOf('/') == scheme + 1;
    }

    // "api.example.com/v1" and "localhost:8080" are relative URLs by the letter, and never meant so. A variable alone may hold a whole URL.
    private static bool LacksScheme(string url)
    {
        var slash = url.IndexOf('/');
        var first = slash < 0 ? url : url.Substring(0, slash);
        return first.Length > 0 && first[0] is not ('.' or '$') && (first.IndexOf('.') > 0 || first.IndexOf(':') > 0);
    }
}
