namespace Utcp.Generators.CSharp;

/// <summary>A limit of a schema that an analyzer can check.</summary>
/// <param name="Name">The property of <c>SchemaConstraintsAttribute</c>.</param>
/// <param name="Value">The limit: a whole number, or a text.</param>
/// <param name="IsText">Whether the property holds a text.</param>
internal sealed record Constraint(string Name, string Value, bool IsText);
