using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Client;

/// <summary>What a protocol found where a call template points.</summary>
public sealed record DiscoveredManual
{
    /// <summary>The manual.</summary>
    public required Manual Manual { get; init; }

    /// <summary>What was noticed while it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether it came over the network from a public host, so that its URLs may not lead into this machine or its network (D13).</summary>
    public bool IsRemote { get; init; }
}
