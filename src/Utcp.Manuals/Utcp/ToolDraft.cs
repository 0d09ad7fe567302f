using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Utcp;

/// <summary>A tool before its inputs have their places: references to schemas can be followed only when all schemas are read.</summary>
/// <param name="Tool">The tool without parameters.</param>
/// <param name="Call">Its call.</param>
/// <param name="Inputs">The schema of its inputs, or null when it has none.</param>
/// <param name="InputsSource">The schema as written.</param>
internal sealed record ToolDraft(Tool Tool, CallDraft Call, Schema? Inputs, JsonValue? InputsSource);
