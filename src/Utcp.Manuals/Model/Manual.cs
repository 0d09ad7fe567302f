using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>A manual: the tools that a provider offers and how each is called. Immutable.</summary>
public sealed record Manual
{
    /// <summary>The provider's name: <c>info.title</c>, a top-level <c>name</c>, or null.</summary>
    public string? Title { get; init; }

    /// <summary>What the provider offers, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The version of the tool list (<c>manual_version</c>); "1.0.0" when absent, as UTCP section 1.1 says.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The UTCP version as written, or null. Never compared.</summary>
    public string? UtcpVersion { get; init; }

    /// <summary>The version of the OpenAPI Specification as written, or null for a UTCP manual.</summary>
    public string? OpenApiVersion { get; init; }

    /// <summary>What the document says about tags, in document order.</summary>
    public IReadOnlyList<TagInfo> Tags { get; init; } = [];

    /// <summary>The servers of an OpenAPI document that clients may choose from, in document order.</summary>
    public IReadOnlyList<ServerInfo> Servers { get; init; } = [];

    /// <summary>Whether any part used the v0.x form.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>The tools that could be read, in document order. Names are unique.</summary>
    public required IReadOnlyList<Tool> Tools { get; init; }

    /// <summary>The number of tools in the document, unreadable ones included.</summary>
    public int DeclaredToolCount { get; init; }

    /// <summary>The schemas that references lead to.</summary>
    public required SchemaSet Schemas { get; init; }
}
