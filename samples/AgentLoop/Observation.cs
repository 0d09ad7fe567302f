using System.Text.Json;
using Utcp.Client;

namespace Acme;

/// <summary>What a model is told.</summary>
/// <param name="Text">In words.</param>
internal sealed record Observation(string Text)
{
    /// <summary>The tools that were found.</summary>
    public IReadOnlyList<RegisteredTool> Tools { get; init; } = [];

    /// <summary>The result of a call.</summary>
    public JsonElement Result { get; init; }

    /// <summary>Why a call was refused.</summary>
    public IReadOnlyList<ArgumentViolation> Violations { get; init; } = [];
}
