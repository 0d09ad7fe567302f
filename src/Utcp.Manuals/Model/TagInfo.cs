namespace Utcp.Manuals.Model;

/// <summary>What a document says about a tag.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Summary">Its short title (OpenAPI 3.2), or "".</param>
/// <param name="Description">What it means; "" when absent.</param>
/// <param name="Parent">The tag it belongs under (OpenAPI 3.2), or null.</param>
public sealed record TagInfo(string Name, string Summary, string Description, string? Parent);
