namespace Utcp.Manuals.Schemas;

/// <summary>A member of an <c>enum</c>.</summary>
/// <param name="Value">The string, or the integer's text.</param>
/// <param name="Name">A name from <c>x-enum-varnames</c>, <c>x-enumNames</c> or <c>oneOf</c>/<c>const</c> with <c>title</c>; null when there is none.</param>
/// <param name="Description">What it means; "" when absent.</param>
public sealed record EnumMember(string Value, string? Name, string Description);
