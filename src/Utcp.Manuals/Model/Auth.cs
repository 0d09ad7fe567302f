using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

/// <summary>How a call is authenticated (UTCP section 4). Texts may refer to variables.</summary>
public abstract record Auth
{
    /// <summary>Where the object stands.</summary>
    public JsonSpan Span { get; init; }
}

/// <summary>A key in a header, the query or a cookie (section 4.1). The <c>bearer</c> and <c>oauth2_user</c> forms are read as this.</summary>
public sealed record ApiKeyAuth : Auth
{
    /// <summary>The key, any prefix such as "Bearer " included.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The name of the header, query parameter or cookie.</summary>
    public string VarName { get; init; } = "X-Api-Key";

    /// <summary>Where the key goes.</summary>
    public ApiKeyLocation Location { get; init; } = ApiKeyLocation.Header;

    /// <summary>Where the key stands.</summary>
    public JsonSpan ApiKeySpan { get; init; }
}

/// <summary>The place of an API key.</summary>
public enum ApiKeyLocation
{
    /// <summary>A header.</summary>
    Header,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}

/// <summary>HTTP Basic (section 4.2, RFC 7617 with UTF-8).</summary>
public sealed record BasicAuth : Auth
{
    /// <summary>The user name; no colon.</summary>
    public required string Username { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>Where the password stands.</summary>
    public JsonSpan PasswordSpan { get; init; }
}

/// <summary>OAuth 2.0 client credentials (section 4.3, RFC 6749 section 4.4).</summary>
public sealed record OAuth2Auth : Auth
{
    /// <summary>The token endpoint.</summary>
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
