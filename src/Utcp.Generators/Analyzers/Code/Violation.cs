namespace Utcp.Generators.Analyzers.Code;

/// <summary>A limit that a value does not keep.</summary>
/// <param name="Rule">What is expected, such as "at most 14".</param>
/// <param name="Nearest">The nearest number that keeps it, or null when nobody can say.</param>
internal sealed record Violation(string Rule, string? Nearest = null);
