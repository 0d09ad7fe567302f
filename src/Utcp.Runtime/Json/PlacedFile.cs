namespace Utcp.Json;

/// <summary>A file in a value that is written for a multipart body, and where in the JSON its place is. A position cannot be forged by other arguments.</summary>
internal readonly record struct PlacedFile(int Position, UtcpFile File);
