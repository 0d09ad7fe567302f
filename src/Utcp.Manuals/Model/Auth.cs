using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>How a call is authenticated (UTCP section 4). Texts may refer to variables.</summary>
public abstract record Auth
{
    /// <summary>The name of the security scheme in an OpenAPI document, or null.</summary>
    public string? Scheme { get; init; }

    /// <summary>The scopes or roles that the operation asks for (OpenAPI), in document order.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Where the object stands.</summary>
    public JsonSpan Span { get; init; }

    /// <summary>The kind of authentication only: what the manual says may be a secret (D43).</summary>
    public sealed override string ToString() => this switch
    {
        ApiKeyAuth => nameof(ApiKeyAuth),
        BasicAuth => nameof(BasicAuth),
        OAuth2Auth => nameof(OAuth2Auth),
        _ => nameof(Auth),
    };
}
