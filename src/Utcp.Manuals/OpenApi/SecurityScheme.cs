using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>A security scheme, read.</summary>
internal sealed record SecurityScheme
{
    /// <summary>How calls are authenticated when no client credentials apply; null when the scheme cannot be served here.</summary>
    public Auth? Auth { get; init; }

    /// <summary>The variables of <see cref="Auth"/>.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    /// <summary>The client credentials flow, or null.</summary>
    public OAuth2Auth? ClientCredentials { get; init; }

    /// <summary>The variables of <see cref="ClientCredentials"/>.</summary>
    public IReadOnlyList<Variable> ClientVariables { get; init; } = [];

    /// <summary>The scopes that the client credentials flow grants; null when it names none, so that any may be asked for.</summary>
    public ISet<string>? ClientScopes { get; init; }

    /// <summary>Why the scheme cannot be served, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>Where the scheme stands.</summary>
    public required JsonValue Source { get; init; }

    /// <summary>Whether calls can be authenticated.</summary>
    public bool IsSupported => Auth is not null || ClientCredentials is not null;
}
