namespace Utcp.Manuals.Utcp;

/// <summary>A piece of a URL template.</summary>
/// <param name="Text">The literal text, or the name of the placeholder.</param>
/// <param name="IsPlaceholder">Whether an argument goes here.</param>
/// <param name="Offset">Where the piece starts in the template, the brace of a placeholder included.</param>
/// <param name="Part">The part of the URL that the piece starts in.</param>
public readonly record struct UrlPiece(string Text, bool IsPlaceholder, int Offset, UrlPart Part);
