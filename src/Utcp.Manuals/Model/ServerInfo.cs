namespace Utcp.Manuals.Model;

/// <summary>A server that an OpenAPI document offers for all of its operations.</summary>
/// <param name="Name">What the document calls it (OpenAPI 3.2), or null.</param>
/// <param name="Url">Its absolute URL, with the defaults of its variables.</param>
/// <param name="Description">What it is for; "" when the document does not say.</param>
public sealed record ServerInfo(string? Name, string Url, string Description);
