using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.OpenApi;

/// <summary>Makes the server of a Swagger 2.0 document from <c>host</c>, <c>basePath</c> and <c>schemes</c>; https when it is there, or when no scheme is named.</summary>
internal sealed class SwaggerServerReader(OpenApiDocument document)
{
    public ServerUrl Read(JsonValue? schemes)
    {
        var root = document.Root;
        var host = document.Nodes.Text(root, "host");
        var path = LiteralText.Of(document.Nodes.Text(root, "basePath") ?? "");
        path = path.Length == 0 || path[0] == '/' ? path : "/" + path;
        if (host is not { Length: > 0 })
        {
            return BaseUrl.Resolve(document, path.Length == 0 ? "/" : path, root["basePath"] ?? root, []);
        }

        var variables = new List<Variable>();
        var at = root["host"]!;
        var start = host.Length - host.TrimStart().Length;
        var length = host.Trim().TrimEnd('/').Length;
        if (host.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
        {
            document.Problems.Add(ProblemCodes.InvalidField, at, "'host' must not hold a scheme: write it into 'schemes'.");
            (start, length) = (scheme + 3, length - (scheme + 3 - start));
        }

        var source = IsHttpOnly(schemes, host) ? new SourcedText().Append("http", schemes!.Items.First(item => item.Text == "http"), 0) : new SourcedText().Append("https");
        source.Append("://").Append(new ServerVariables(document).Replace(at, start, Math.Max(length, 0), at, variables).Sample).Append(path);
        return new ServerUrl(source.ToString().TrimEnd('/'), variables) { At = at, Source = source };
    }

    // This machine rarely has a certificate.
    private static bool IsHttpOnly(JsonValue? schemes, string host)
    {
        var hasHttp = false;
        var hasHttps = false;
        foreach (var item in schemes?.Items ?? [])
        {
            hasHttp |= item.Text == "http";
            hasHttps |= item.Text == "https";
        }

        return hasHttp && (!hasHttps || (host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) && schemes!.Items[0].Text == "http"));
    }
}
