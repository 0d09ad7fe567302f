using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// A JSON Schema after normalisation: spellings of draft-4, OpenAPI 3.0 and 2020-12 are one, <c>null</c> is a flag, <c>allOf</c> is merged.
/// Immutable; a recursive schema refers to itself through a <see cref="ReferenceSchema"/>.
/// </summary>
public abstract record Schema
{
    /// <summary>Where the schema stands in the document.</summary>
    public JsonSpan Span { get; init; }

    /// <summary>The schema as written: the identity of anonymous shapes, and the source of metadata. What was merged from several places has a value that
    /// says so (<c>{"allOf":[...]}</c>); null when nothing was written, as for a property that only <c>required</c> names.</summary>
    public JsonValue? Source { get; init; }

    /// <summary><c>title</c>, or null.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c>; "" when absent.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether <c>null</c> is allowed.</summary>
    public bool Nullable { get; init; }

    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; init; }

    /// <summary><c>readOnly</c>: the server sets it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary><c>writeOnly</c>: the server never returns it.</summary>
    public bool WriteOnly { get; init; }

    /// <summary><c>default</c>, or null.</summary>
    public JsonValue? Default { get; init; }
}
