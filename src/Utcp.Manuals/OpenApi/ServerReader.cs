using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Finds the server of each operation (D37): <c>servers</c> of OpenAPI 3, <c>host</c>, <c>basePath</c> and <c>schemes</c> of Swagger 2.0.</summary>
internal sealed class ServerReader
{
    private readonly OpenApiDocument _document;
    private readonly Dictionary<JsonValue, ServerUrl?> _known = [];
    private readonly ServerVariables _variables;
    private readonly ServerUrl _fallback;

    public ServerReader(OpenApiDocument document)
    {
        _document = document;
        _variables = new ServerVariables(document);
        var root = new Located(document.Root, "");
        _fallback = document.IsSwagger ? new SwaggerServerReader(document).Read(document.Root["schemes"]) : Read(root) ?? BaseUrl.Resolve(document, "/", document.Root, []);
    }

    /// <summary>The server of everything that names no other.</summary>
    public ServerUrl Root => _fallback;

    /// <summary>The server of an operation.</summary>
    public ServerUrl Of(Located operation, Located pathItem)
    {
        if (_document.IsSwagger)
        {
            return operation.Value["schemes"] is { IsArray: true } schemes ? new SwaggerServerReader(_document).Read(schemes) : _fallback;
        }

        return Read(operation) ?? Read(pathItem) ?? _fallback;
    }

    /// <summary>All servers that the lists of an operation, its path and the document name, used or not.</summary>
    public IEnumerable<ServerUrl> All(Located operation, Located pathItem) => _document.IsSwagger ? [] : new[] { operation, pathItem, new Located(_document.Root, "") }
        .Select(owner => _document.Nodes.List(owner, "servers")).OfType<Located>().SelectMany(list => list.Value.Items).Select(ReadOne).OfType<ServerUrl>();

    /// <summary>The first server of a list that may be used; the first one when none may; null when there is none.</summary>
    private ServerUrl? Read(Located owner)
    {
        if (_document.Nodes.List(owner, "servers") is not { Value.Items.Count: > 0 } list)
        {
            return null;
        }

        if (!_known.TryGetValue(list.Value, out var known))
        {
            _known[list.Value] = known = ReadList(list.Value);
        }

        return known;
    }

    private ServerUrl? ReadList(JsonValue list)
    {
        ServerUrl? first = null;
        foreach (var item in list.Items)
        {
            if (ReadOne(item) is not { } server)
            {
                continue;
            }

            if (Verdict(server).IsAllowed)
            {
                return server;
            }

            first ??= server;
        }

        return first;
    }

    private UrlVerdict Verdict(ServerUrl server)
    {
        var template = UrlTemplate.Parse(server.Sample);
        return template.HasVariableInOrigin ? default : UrlPolicy.Check(template.ToSample(), UrlUse.Http, _document.Trust);
    }

    private ServerUrl? ReadOne(JsonValue server)
    {
        if (_document.Nodes.Text(server, "url") is not { } text)
        {
            _document.Problems.Add(ProblemCodes.MissingField, server, "The server has no 'url' and is ignored: add it.");
            return null;
        }

        var at = server["url"]!;
        var variables = new List<Variable>();
        var trimmed = text.Trim();
        var (source, url) = _variables.Replace(at, text.Length - text.TrimStart().Length, trimmed.Length, server, variables);
        return Resolve(source, url, at, variables) with { At = at };
    }

    private ServerUrl Resolve(SourcedText source, string url, JsonValue at, List<Variable> variables)
    {
        var sample = source.ToString();
        var end = sample.IndexOfAny(['?', '#']);
        if (end >= 0)
        {
            _document.Problems.Add(ProblemCodes.InvalidField, at, "The URL of a server ends before a query or fragment; that part is ignored.");
            sample = sample.Substring(0, end);
            url = url.IndexOfAny(['?', '#']) is >= 0 and var own ? url.Substring(0, own) : sample;
        }

        var resolved = BaseUrl.Resolve(_document, url, at, variables);
        var prefix = sample.Trim('/').Length == 0 ? -1 : resolved.Sample.IndexOf(sample.TrimEnd('/'), StringComparison.Ordinal);
        return prefix < 0 ? resolved : resolved with { Source = prefix == 0 ? source : new SourcedText().Append(resolved.Sample.Substring(0, prefix)).Append(source) };
    }
}
