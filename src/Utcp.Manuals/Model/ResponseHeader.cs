using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>A header of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means; "" when absent.</param>
/// <param name="Schema">The schema of its value, or null when the document does not say.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record ResponseHeader(string Name, string Description, Schema? Schema, JsonSpan Span);
