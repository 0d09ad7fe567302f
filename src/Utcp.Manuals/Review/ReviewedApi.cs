using Utcp.Manuals.Json;
using Utcp.Manuals.OpenApi;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>What an OpenAPI document offers to call, found by the parts of the reader that choose operations and servers.</summary>
internal sealed class ReviewedApi
{
    // What a flow or a scheme sends people and credentials to.
    private static readonly string[] UrlFields = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl", "openIdConnectUrl"];

    private readonly OpenApiDocument _document;
    private readonly ServerReader _servers;

    public ReviewedApi(JsonValue root, JsonDocuments? documents, string? url, CancellationToken cancellationToken)
    {
        // The reader itself reports what it cannot follow.
        _document = new OpenApiDocument(root, new ProblemList(root, documents), url);
        Operations = new PathReader(_document).Read(cancellationToken);
        _servers = new ServerReader(_document);
    }

    /// <summary>The operations.</summary>
    public IReadOnlyList<OperationSource> Operations { get; }

    /// <summary>The operations, those that several paths share once.</summary>
    public IEnumerable<OperationSource> DistinctOperations
    {
        get
        {
            var seen = new HashSet<JsonValue>();
            return Operations.Where(operation => seen.Add(operation.Operation.Value));
        }
    }

    /// <summary>Whether it is Swagger 2.0.</summary>
    public bool IsSwagger => _document.IsSwagger;

    /// <summary>The servers that calls go to, each once. Of a list that is the first one that may be used.</summary>
    public IEnumerable<ReviewedUrl> Servers =>
        Operations.Select(operation => _servers.Of(operation.Operation, operation.PathItem)).Prepend(_servers.Root).Distinct().Where(server => server.At is not null).Select(Reviewed);

    /// <summary>The servers that stand beside those, each once.</summary>
    public IEnumerable<ReviewedUrl> OtherServers
    {
        get
        {
            var seen = new HashSet<JsonValue>(Servers.Select(server => server.Value));
            return Operations.SelectMany(operation => _servers.All(operation.Operation, operation.PathItem)).Where(server => server.At is not null && seen.Add(server.At)).Select(Reviewed);
        }
    }

    /// <summary>The URLs of security schemes that are written out; relative ones are as safe as their server.</summary>
    public IEnumerable<ReviewedUrl> SecurityUrls => Schemes.SelectMany(scheme => Flows(scheme).Prepend(scheme)).SelectMany(Urls);

    private IEnumerable<JsonValue> Schemes =>
        ((IsSwagger ? _document.Root["securityDefinitions"] : _document.Root["components"]?["securitySchemes"])?.Members ?? []).Select(member => Follow(member.Value)).Where(scheme => scheme.IsObject);

    /// <summary>The server of an operation, or null when the document does not say.</summary>
    public ReviewedUrl? ServerOf(OperationSource operation) => _servers.Of(operation.Operation, operation.PathItem) is { At: not null } server ? Reviewed(server) : null;

    /// <summary>The value itself, or what its references lead to.</summary>
    public JsonValue Follow(JsonValue value) => _document.References.Peek(value);

    private static IEnumerable<JsonValue> Flows(JsonValue scheme) => (scheme["flows"]?.Members ?? []).Select(member => member.Value).Where(flow => flow.IsObject);

    private ReviewedUrl Reviewed(ServerUrl server) => new(server.At!, server.Sample, server.Source, UrlUse.Http, _document.Trust);

    private IEnumerable<ReviewedUrl> Urls(JsonValue owner)
    {
        foreach (var value in UrlFields.Select(name => ReviewedTool.Text(owner, name)).OfType<JsonValue>())
        {
            var url = value.Text.Trim();
            if (url.IndexOf("://", StringComparison.Ordinal) > 0)
            {
                var source = LiteralText.Append(new SourcedText(), url, value, value.Text.IndexOf(url, StringComparison.Ordinal));
                yield return new ReviewedUrl(value, source.ToString(), source, UrlUse.Http, _document.Trust);
            }
        }
    }
}
