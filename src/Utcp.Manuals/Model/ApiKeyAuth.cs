using Utcp.Manuals.Json;

namespace Utcp.Manuals.Model;

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
