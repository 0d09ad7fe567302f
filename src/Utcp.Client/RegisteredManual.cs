using Utcp.Manuals.Problems;

namespace Utcp.Client;

/// <summary>A manual that was registered. Immutable.</summary>
public sealed record RegisteredManual
{
    /// <summary>The name that its tools begin with: letters, digits and <c>_</c> (section 6.2).</summary>
    public required string Name { get; init; }

    /// <summary>What it was registered with.</summary>
    public required CallTemplate Template { get; init; }

    /// <summary>The provider's name, or null.</summary>
    public string? Title { get; init; }

    /// <summary>What the provider offers, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The version of the list of tools.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The tools, in the manual's order.</summary>
    public required IReadOnlyList<RegisteredTool> Tools { get; init; }

    /// <summary>What was noticed in the document, tools that were left out included.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
