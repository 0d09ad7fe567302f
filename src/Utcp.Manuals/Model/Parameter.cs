using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>An input of a tool and the place in the request it goes to.</summary>
public sealed record Parameter
{
    /// <summary>The input's name as written. Where an OpenAPI operation uses one name in several places, the later places in the order path, query, header,
    /// cookie, form have their place in front, such as <c>query_id</c>: parameters of one name are one input.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the request.</summary>
    public string WireName { get => field ?? Name; init; }

    /// <summary>The schema of its values.</summary>
    public required Schema Schema { get; init; }

    /// <summary>Whether a call must give it.</summary>
    public bool Required { get; init; }

    /// <summary>Where it goes.</summary>
    public required ParameterLocation Location { get; init; }

    /// <summary>What it means; "" when absent.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the provider discourages use.</summary>
    public bool Deprecated { get; init; }

    /// <summary>How arrays and objects are written; null means by the rules of UTCP (sections 2.4 to 2.6), and for <see cref="ContentType"/>.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary>Whether each element of an array or object becomes a pair of its own. Meaningless without <see cref="Style"/>.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters (RFC 3986, section 2.2) stay as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>The media type that the value is written in (OpenAPI <c>content</c>), or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The examples that an OpenAPI document gives beside the schema.</summary>
    public IReadOnlyList<JsonValue> Examples { get; init; } = [];

    /// <summary>Where the input is declared.</summary>
    public JsonSpan Span { get; init; }
}
