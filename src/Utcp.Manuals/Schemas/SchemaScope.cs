using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The schema that <c>#/...</c> references of its parts start at, and its JSON Pointer from the document's root.</summary>
internal sealed record SchemaScope(JsonValue Root, string Pointer);
