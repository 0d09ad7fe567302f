namespace Utcp.Manuals.Json;

/// <summary>A part of the text of a value.</summary>
/// <param name="Value">The value; a string.</param>
/// <param name="Start">Where the part starts in the decoded text.</param>
/// <param name="Length">How long it is in the decoded text.</param>
public sealed record TextPart(JsonValue Value, int Start, int Length);
