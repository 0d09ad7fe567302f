using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>The body of a request as an OpenAPI document describes it. The tool has one parameter in <see cref="ParameterLocation.Body"/> beside it, of the first media type.</summary>
public sealed record RequestBody
{
    /// <summary>What it means; "" when absent.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether a call must give it.</summary>
    public bool Required { get; init; }

    /// <summary>The media types that the provider accepts, at least one: the one to prefer first, the others in document order.</summary>
    public required IReadOnlyList<MediaContent> Contents { get; init; }

    /// <summary>Where the body is declared.</summary>
    public JsonSpan Span { get; init; }
}
