using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>A media type of a body and what it holds.</summary>
public sealed record MediaContent
{
    /// <summary>The media type as written; it may be a range such as <c>image/*</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>How bodies of this type are read and written.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>
    /// The schema of the body, of one item when <see cref="Kind"/> is a stream, or null when the document does not say. Bytes are a <see cref="TextSchema"/> of the
    /// format <c>binary</c>, and text that no schema describes is a <see cref="TextSchema"/>.
    /// </summary>
    public Schema? Schema { get; init; }

    /// <summary>How properties of a form or multipart body are written, where the document says so.</summary>
    public IReadOnlyList<PropertyEncoding> Encodings { get; init; } = [];

    /// <summary>The examples that the document gives.</summary>
    public IReadOnlyList<JsonValue> Examples { get; init; } = [];

    /// <summary>Where the media type is declared.</summary>
    public JsonSpan Span { get; init; }

    /// <summary>Whether the body is a sequence of items that arrive one by one.</summary>
    public bool IsStream => Kind is MediaKind.EventStream or MediaKind.JsonLines or MediaKind.JsonSequence;
}
