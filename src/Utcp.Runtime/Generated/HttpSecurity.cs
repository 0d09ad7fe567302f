using System.ComponentModel;
using Utcp.Manuals.Model;

namespace Utcp.Generated;

/// <summary>How the calls of operations are authenticated: alternatives, each a set of credentials that are sent together. Immutable and shared by operations; for generated code.</summary>
/// <param name="alternatives">The alternatives; the first one counts whose variables all have a value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpSecurity(IReadOnlyList<IReadOnlyList<Auth>> alternatives)
{
    /// <summary>The alternatives, in the order to try them.</summary>
    public IReadOnlyList<IReadOnlyList<Auth>> Alternatives { get; } = alternatives;

    /// <summary>Whether calls without credentials are accepted too.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What a call template says, or null when it says nothing.</summary>
    public static HttpSecurity? Of(Call call) =>
        call.Auth is null ? null : new HttpSecurity(call.GetAuthSets()) { IsOptional = call.AuthIsOptional };
}
