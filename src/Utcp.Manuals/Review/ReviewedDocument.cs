using Utcp.Manuals.Json;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>A manual or OpenAPI document as rules see it.</summary>
internal sealed class ReviewedDocument
{
    public ReviewedDocument(JsonValue root, JsonDocuments? documents, string? url, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        if (ManualRecognition.Recognise(root) == ManualKind.OpenApi)
        {
            Api = new ReviewedApi(root, documents, url, cancellationToken);
        }
        else
        {
            Tools = [.. ReviewedTool.Of(root)];
        }
    }

    /// <summary>The tools of a UTCP manual; none for an OpenAPI document.</summary>
    public IReadOnlyList<ReviewedTool> Tools { get; } = [];

    /// <summary>The OpenAPI document, or null for a UTCP manual.</summary>
    public ReviewedApi? Api { get; }

    /// <summary>Ends the work between two parts of the document.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>All URLs that something is sent to, by tools, or by people and programs that ask for credentials.</summary>
    public IEnumerable<ReviewedUrl> Urls => Api is null ? Tools.SelectMany(tool => tool.Urls) : Api.Servers.Concat(Api.SecurityUrls);
}
