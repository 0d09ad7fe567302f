using Utcp.Manuals.Model;

namespace Utcp.Client.Discovery;

/// <summary>Where a document came from, and what was configured for it.</summary>
internal sealed record DocumentOrigin
{
    /// <summary>The manual's name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>The URL that relative servers start at, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The URL in place of the servers of an OpenAPI document, or null.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Credentials for the tools of an OpenAPI document, or null.</summary>
    public Auth? AuthTools { get; init; }

    /// <summary>The URL whose origin <see cref="AuthTools"/> may go to; null when the host itself wrote the document.</summary>
    public string? AuthUrl { get; init; }

    /// <summary>Whether it came over the network from a public host.</summary>
    public bool IsRemote { get; init; }
}
