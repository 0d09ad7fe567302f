using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>A property of an object.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Schema">The schema of its values.</param>
/// <param name="Required">Whether it must be present.</param>
/// <param name="NameSpan">Where the name stands.</param>
public sealed record PropertySchema(string Name, Schema Schema, bool Required, JsonSpan NameSpan);
