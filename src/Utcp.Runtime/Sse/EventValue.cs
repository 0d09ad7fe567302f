namespace Utcp.Sse;

/// <summary>The value of an event.</summary>
/// <param name="IsWanted">Whether the event has the type that the tool asks for.</param>
/// <param name="Value">The value, when it is wanted.</param>
internal readonly record struct EventValue<T>(bool IsWanted, T Value);
