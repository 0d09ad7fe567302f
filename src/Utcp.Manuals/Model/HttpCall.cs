namespace Utcp.Manuals.Model;

/// <summary>An <c>http</c> call template (UTCP section 2.1).</summary>
public sealed record HttpCall : HttpFamilyCall
{
    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The start of the URL that is the document's own server (OpenAPI), which users may replace; null when the operation names a server of its own, and for UTCP templates.</summary>
    public string? Server { get; init; }

    /// <summary>Auth of tools made from an OpenAPI document, or null.</summary>
    public Auth? AuthTools { get; init; }
}
