using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

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
