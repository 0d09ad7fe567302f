using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>An answer that an OpenAPI document declares.</summary>
public sealed record ToolResponse
{
    /// <summary>The status codes it is for.</summary>
    public required StatusRange Status { get; init; }

    /// <summary>When it is given; "" when absent.</summary>
    public string Description { get; init; } = "";

    /// <summary>The media types it may have, the one to prefer first, the others in document order; empty when it has no body.</summary>
    public IReadOnlyList<MediaContent> Contents { get; init; } = [];

    /// <summary>Its headers, apart from <c>Content-Type</c>.</summary>
    public IReadOnlyList<ResponseHeader> Headers { get; init; } = [];

    /// <summary>Which case of the tool's result it is, when the answers differ (<see cref="UnionSchema.IsByStatus"/>); else null.</summary>
    public int? ResultCase { get; init; }

    /// <summary>The name under which the document declares it for several operations (<c>components/responses</c>), or null.</summary>
    public string? Component { get; init; }

    /// <summary>Where the answer is declared.</summary>
    public JsonSpan Span { get; init; }

    /// <summary>The media type to prefer, or null when there is no body.</summary>
    public string? MediaType => Contents.Count == 0 ? null : Contents[0].MediaType;

    /// <summary>The schema of the preferred media type, or null.</summary>
    public Schema? Schema => Contents.Count == 0 ? null : Contents[0].Schema;
}
