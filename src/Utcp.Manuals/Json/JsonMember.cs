namespace Utcp.Manuals.Json;

/// <summary>A name and its value in a JSON object.</summary>
/// <param name="Name">The name, with escapes decoded.</param>
/// <param name="NameSpan">Where the name stands, quotes included.</param>
/// <param name="Value">The value.</param>
public readonly record struct JsonMember(string Name, JsonSpan NameSpan, JsonValue Value);
