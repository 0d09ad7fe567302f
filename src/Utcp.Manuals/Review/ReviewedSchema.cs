using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Review;

/// <summary>A schema of a document.</summary>
/// <param name="Value">The schema; an object.</param>
/// <param name="Name">The property or parameter that it describes; "" for none.</param>
/// <param name="Scope">Where its references start.</param>
internal sealed record ReviewedSchema(JsonValue Value, string Name, SchemaScope Scope);
