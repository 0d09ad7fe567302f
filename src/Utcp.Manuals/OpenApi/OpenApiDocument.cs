using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.OpenApi;

/// <summary>A document that is being read, and the tools for reading its parts.</summary>
internal sealed class OpenApiDocument
{
    public OpenApiDocument(JsonValue root, ProblemList problems, string? url)
    {
        Root = root;
        Problems = problems;
        Url = url;
        Trust = url is not null && UrlPolicy.Check(url, UrlUse.Http, UrlTrust.Remote).IsAllowed ? UrlTrust.Remote : UrlTrust.Local;
        IsSwagger = root["openapi"] is null or { IsNull: true };
        Nodes = new NodeReader(problems);
        References = new References(root, problems);
        Schemas = new SchemaReader(root, problems);
    }

    public JsonValue Root { get; }

    public ProblemList Problems { get; }

    /// <summary>Where the document was loaded from, or null.</summary>
    public string? Url { get; }

    /// <summary>How far URLs in it are trusted: one that comes from outside may not lead inside.</summary>
    public UrlTrust Trust { get; }

    /// <summary>Whether it is Swagger 2.0.</summary>
    public bool IsSwagger { get; }

    public NodeReader Nodes { get; }

    public References References { get; }

    public SchemaReader Schemas { get; }

    public Schema Schema(Located node)
    {
        var part = Problems.Documents?.At(node.Value.Span);
        return Schemas.Read(node.Value, node.Pointer, part?.Root ?? Root, part?.Pointer ?? "");
    }
}
