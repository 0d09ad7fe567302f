using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.OpenApi;

/// <summary>A document that is being read, and the tools for reading its parts.</summary>
internal sealed class OpenApiDocument
{
    public OpenApiDocument(JsonValue root, ProblemList problems, string? url)
    {
        Root = root;
        Problems = problems;
        Url = url;
        IsSwagger = root["openapi"] is null or { IsNull: true };
        Nodes = new NodeReader(problems);
        References = new References(root, problems);
        Schemas = new SchemaReader(root, problems);
    }

    public JsonValue Root { get; }

    public ProblemList Problems { get; }

    /// <summary>Where the document was loaded from, or null.</summary>
    public string? Url { get; }

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
