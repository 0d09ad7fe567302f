using Utcp.Manuals.Json;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Model;

/// <summary>OAuth 2.0 client credentials (section 4.3, RFC 6749 section 4.4).</summary>
public sealed record OAuth2Auth : Auth
{
    /// <summary>The token endpoint.</summary>
    [CheckedUrl]
    public required string TokenUrl { get; init; }

    /// <summary>Where the token URL stands.</summary>
    public JsonSpan TokenUrlSpan { get; init; }

    /// <summary>The client's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where the secret stands.</summary>
    public JsonSpan ClientSecretSpan { get; init; }

    /// <summary>The scope to ask for, or null.</summary>
    public string? Scope { get; init; }
}
