using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>An input of a tool and the place in the request it goes to.</summary>
public sealed record Parameter
{
    /// <summary>The input's name as written.</summary>
    public required string Name { get; init; }

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

    /// <summary>Where the input is declared.</summary>
    public JsonSpan Span { get; init; }
}
