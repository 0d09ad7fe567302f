using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>How a call is authenticated (UTCP section 4). Texts may refer to variables.</summary>
public abstract record Auth
{
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
