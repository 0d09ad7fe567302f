using Utcp.Manuals.Json;

namespace Utcp.Manuals.Review;

/// <summary>A value that a document gives for a schema.</summary>
/// <param name="Kind">"example" or "default".</param>
/// <param name="Value">The value.</param>
/// <param name="Schema">The schema.</param>
internal sealed record ReviewedExample(string Kind, JsonValue Value, ReviewedSchema Schema);
