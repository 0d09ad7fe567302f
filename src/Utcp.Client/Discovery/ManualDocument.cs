using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Review;
using Utcp.Manuals.Utcp;
using Utcp.Manuals.Yaml;

namespace Utcp.Client.Discovery;

/// <summary>Reads a document that is a manual, or is made into one, by its content (UTCP section 1.6, D40).</summary>
internal static class ManualDocument
{
    private const int ExcerptLength = 200;

    /// <summary>Reads a document.</summary>
    /// <exception cref="UtcpManualException">It is neither a manual nor an OpenAPI document.</exception>
    public static DiscoveredManual Read(string text, DocumentOrigin origin, CancellationToken cancellationToken)
    {
        var (root, problems) = Parse(text, origin);
        var isManual = root["tools"] is { IsArray: true };
        if (!isManual && origin.BaseUrl is { } baseUrl)
        {
            root = WithServer(root, baseUrl);
        }

        var list = new ProblemList(root);
        var manual = isManual ? UtcpManualReader.Read(root, list, cancellationToken)
            : root["openapi"] is not null || root["swagger"] is not null || root["paths"] is not null ? OpenApiReader.Read(root, list, origin.Url, cancellationToken)
            : throw Failure(origin, "it is neither a UTCP manual, which has a list of 'tools', nor an OpenAPI document. It begins: " + Excerpt(text));
        if (manual is null)
        {
            throw Failure(origin, list.Problems.Count > 0 ? list.Problems[0].Message : "it cannot be read.");
        }

        if (!isManual && origin.AuthTools is { } auth)
        {
            manual = WithAuth(manual, auth, origin);
        }

        foreach (var finding in DocumentReview.Of(root, documentUrl: origin.Url, cancellationToken: cancellationToken).Where(finding => finding.Code.StartsWith(ProblemCodes.SecurityPrefix, StringComparison.Ordinal) && finding.Code is not (ProblemCodes.ForeignTokenUrl or ProblemCodes.UnsafeServerChoice)))
        {
            list.Add(finding.Code, finding.Span, finding.Message);
        }

        return new DiscoveredManual { Manual = manual, Problems = [.. problems, .. list.Problems], IsRemote = origin.IsRemote };
    }

    private static (JsonValue Root, IReadOnlyList<Problem> Problems) Parse(string text, DocumentOrigin origin)
    {
        if (text.AsSpan().Trim(" \t\r\n\uFEFF").IsEmpty)
        {
            throw Failure(origin, "it is empty.");
        }

        var result = YamlDocumentReader.Read(text);
        if (result.Root is not { } root)
        {
            // What begins like JSON was meant to be JSON.
            var isJson = text.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['{' or '[', ..];
            var problem = isJson ? JsonDocumentReader.Read(text).Problems[0] : result.Problems[0];
            throw Failure(origin, $"it is not {(isJson ? "JSON" : "YAML")} ({Place(text, problem.Span.Start)}): {problem.Message} It begins: {Excerpt(text)}");
        }

        return root.IsObject ? (root, result.Problems) : throw Failure(origin, "it is neither a JSON object nor a YAML mapping. It begins: " + Excerpt(text));
    }

    // Where the host wrote the document itself, it chose the servers that get the secret.
    private static Manual WithAuth(Manual manual, Auth auth, DocumentOrigin origin) =>
        origin.AuthUrl is { } url ? ToolCredentials.Apply(manual, auth, url)
        : manual with { Tools = [.. manual.Tools.Select(tool => tool.Call is HttpFamilyCall call ? ToolCredentials.Apply(manual with { Tools = [tool] }, auth, UrlTemplate.Parse(call.Url).ToSample()).Tools[0] : tool)] };

    /// <summary>The document with one server; what Swagger 2.0 says about its server is left out.</summary>
    private static JsonValue WithServer(JsonValue root, string url)
    {
        var server = JsonValue.Object([new JsonMember("url", default, JsonValue.String(url, default))], default);
        var members = root.Members.Where(member => member.Name is not ("servers" or "host" or "basePath" or "schemes"));
        if (root["swagger"] is null)
        {
            return JsonValue.Object([.. members, new JsonMember("servers", default, JsonValue.Array([server], default))], root.Span);
        }

        var uri = new Uri(url);
        return JsonValue.Object(
            [
                .. members,
                new JsonMember("host", default, JsonValue.String(uri.Authority, default)),
                new JsonMember("basePath", default, JsonValue.String(uri.AbsolutePath, default)),
                new JsonMember("schemes", default, JsonValue.Array([JsonValue.String(uri.Scheme, default)], default)),
            ],
            root.Span);
    }

    private static UtcpManualException Failure(DocumentOrigin origin, string reason) => new($"The document of the manual {origin.Name} cannot be used: {reason}", origin.Name);

    private static string Place(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return $"line {before.Count('\n') + 1}, column {before.Length - before.LastIndexOf('\n')}";
    }

    private static string Excerpt(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, ExcerptLength)).ToString();
        return "\"" + string.Concat(start.Select(c => char.IsControl(c) ? ' ' : c)).Trim() + (text.Length > ExcerptLength ? "…\"" : "\"");
    }
}
