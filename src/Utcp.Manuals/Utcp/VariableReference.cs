namespace Utcp.Manuals.Utcp;

/// <summary>A reference to a variable inside a text.</summary>
/// <param name="Name">The name without dollar sign and braces.</param>
/// <param name="Start">Index of the dollar sign.</param>
/// <param name="Length">Number of characters, dollar sign and braces included.</param>
/// <param name="IsBraced">Whether it is written <c>${NAME}</c>: then a missing value is an error. A bare <c>$NAME</c> without a value stays as written (D31).</param>
public readonly record struct VariableReference(string Name, int Start, int Length, bool IsBraced);
