using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>How the calls of an operation are authenticated.</summary>
/// <param name="Auths">All of these at once.</param>
/// <param name="IsOptional">Whether calls without them are accepted too.</param>
/// <param name="Variables">The variables in them.</param>
internal sealed record Security(IReadOnlyList<Auth> Auths, bool IsOptional, IReadOnlyList<Variable> Variables)
{
    /// <summary>Other sets that serve as well, in document order.</summary>
    public IReadOnlyList<IReadOnlyList<Auth>> Alternatives { get; init; } = [];

    public static readonly Security None = new([], false, []);
}
