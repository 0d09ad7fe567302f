namespace Utcp.Manuals.Model;

/// <summary>An <c>http</c> call template (UTCP section 2.1).</summary>
public sealed record HttpCall : HttpFamilyCall
{
    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Auth of tools made from an OpenAPI document, or null.</summary>
    public Auth? AuthTools { get; init; }
}
