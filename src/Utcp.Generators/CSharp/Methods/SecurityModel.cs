using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>The credentials of an operation: alternatives, each a set that is sent together.</summary>
/// <param name="Alternatives">The alternatives in the order to try them.</param>
/// <param name="IsOptional">Whether calls without credentials are accepted too.</param>
internal sealed record SecurityModel(IReadOnlyList<IReadOnlyList<Auth>> Alternatives, bool IsOptional)
{
    /// <summary>The credentials of a call whose document names its schemes, or null.</summary>
    public static SecurityModel? Of(Call call) =>
        call.Auth is { Scheme: not null } ? new SecurityModel(call.GetAuthSets(), call.AuthIsOptional) : null;
}
