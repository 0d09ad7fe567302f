using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>How one property of a form or multipart body is written (OpenAPI <c>encoding</c>).</summary>
public sealed record PropertyEncoding
{
    /// <summary>The property's name.</summary>
    public required string Property { get; init; }

    /// <summary>The media type of its part or value; a list with commas when there is a choice; null when the document does not say.</summary>
    public string? ContentType { get; init; }

    /// <summary>How arrays and objects are written, or null when the document does not say: then <see cref="ContentType"/> decides.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary>Whether each element becomes a pair of its own.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters stay as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Where the encoding is declared.</summary>
    public JsonSpan Span { get; init; }
}
