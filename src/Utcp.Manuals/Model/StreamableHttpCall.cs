namespace Utcp.Manuals.Model;

/// <summary>A <c>streamable_http</c> call template (UTCP section 2.9).</summary>
public sealed record StreamableHttpCall : HttpFamilyCall
{
    /// <summary>GET or POST.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Bytes per item of a binary response.</summary>
    public int ChunkSize { get; init; } = 4096;
}
