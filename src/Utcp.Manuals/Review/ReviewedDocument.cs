using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>A manual or OpenAPI document as rules see it.</summary>
internal sealed class ReviewedDocument
{
    private readonly JsonValue _root;
    private readonly Lazy<SchemaCollector> _schemas;

    public ReviewedDocument(JsonValue root, JsonDocuments? documents, string? url, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        _root = root;
        Resolver = new ReferenceResolver(root, new ProblemList(root, documents));
        _schemas = new(CollectSchemas);
        if (ManualRecognition.Recognise(root) == ManualKind.OpenApi)
        {
            Api = new ReviewedApi(root, documents, url, cancellationToken);
        }
        else
        {
            Tools = [.. ReviewedTool.Of(root)];
        }
    }

    /// <summary>Finds what references of schemas name.</summary>
    public ReferenceResolver Resolver { get; }

    /// <summary>The schemas of inputs and outputs.</summary>
    public IReadOnlyList<ReviewedSchema> Schemas => _schemas.Value.Schemas;

    /// <summary>The values that the document gives for its schemas.</summary>
    public IReadOnlyList<ReviewedExample> Examples => _schemas.Value.Examples;

    /// <summary>The tools of a UTCP manual; none for an OpenAPI document.</summary>
    public IReadOnlyList<ReviewedTool> Tools { get; } = [];

    /// <summary>The OpenAPI document, or null for a UTCP manual.</summary>
    public ReviewedApi? Api { get; }

    /// <summary>Ends the work between two parts of the document.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>All URLs that something is sent to, by tools, or by people and programs that ask for credentials.</summary>
    public IEnumerable<ReviewedUrl> Urls => Api is null ? Tools.SelectMany(tool => tool.Urls) : Api.Servers.Concat(Api.SecurityUrls);

    private SchemaCollector CollectSchemas()
    {
        var collector = new SchemaCollector(Resolver, CancellationToken);
        if (Api is { } api)
        {
            new ApiSchemas(api, Resolver, collector).Collect(_root);
        }

        foreach (var schema in Tools.SelectMany(tool => new[] { tool.Value["inputs"], tool.Value["outputs"] }).OfType<JsonValue>())
        {
            collector.Add(schema, "", new SchemaScope(schema, ""));
        }

        return collector;
    }
}
