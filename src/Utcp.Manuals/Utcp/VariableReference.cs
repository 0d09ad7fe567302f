namespace Utcp.Manuals.Utcp;

/// <summary>A reference to a variable inside a text.</summary>
/// <param name="Name">The name without dollar sign and braces.</param>
/// <param name="Start">Index of the dollar sign.</param>
/// <param name="Length">Number of characters, dollar sign and braces included.</param>
/// <param name="IsBraced">Whether it is written <c>${NAME}</c>: then a missing value is an error. A bare <c>$NAME</c> without a value stays as written (D31).</param>
public readonly record struct VariableReference(string Name, int Start, int Length, bool IsBraced)
{
    /// <summary>
    /// Whether a credential stands or falls with the reference: it is the whole text, or all of it behind a scheme such as "Bearer ". Then a bare <c>$NAME</c> is no
    /// accident as in "US$5", and without a value there is nothing to send.
    /// </summary>
    /// <param name="text">The text that the reference was found in.</param>
    public bool IsWhole(string text) => Start + Length == text.Length && (Start == 0 || text[Start - 1] == ' ');
}
