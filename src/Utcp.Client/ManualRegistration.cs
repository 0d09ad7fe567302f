using Utcp.Manuals.Problems;

namespace Utcp.Client;

/// <summary>What became of a manual that was to be registered.</summary>
public sealed record ManualRegistration
{
    /// <summary>The manual's name, made fit for use.</summary>
    public required string Name { get; init; }

    /// <summary>What it was registered with.</summary>
    public required CallTemplate Template { get; init; }

    /// <summary>The manual, or null when it could not be registered.</summary>
    public RegisteredManual? Manual { get; init; }

    /// <summary>Why the manual could not be registered, or null.</summary>
    public UtcpException? Error { get; init; }

    /// <summary>What was noticed in the document: tools that were left out and why, fields without effect. Each says where.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether the manual is registered. It may still have lost tools: see <see cref="Problems"/>.</summary>
    public bool IsSuccess => Manual is not null;

    /// <summary>The registered manual, for callers to whom a manual that could not be registered is an exception.</summary>
    /// <returns>The manual. It may have lost tools: see <see cref="Problems"/>.</returns>
    /// <exception cref="UtcpException">The manual is not registered; this is <see cref="Error"/>.</exception>
    public RegisteredManual EnsureSuccess() => Manual ?? throw Error ?? new UtcpManualException($"The manual {Name} is not registered.", Name);
}
