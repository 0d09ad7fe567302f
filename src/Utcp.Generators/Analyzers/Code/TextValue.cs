using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>A text as far as the source tells it.</summary>
/// <param name="Pieces">Its parts, in order.</param>
/// <param name="Syntax">The expression whose value it is.</param>
internal sealed record TextValue(IReadOnlyList<TextPiece> Pieces, SyntaxNode Syntax)
{
    /// <summary>The whole text, or null when a part of it is unknown.</summary>
    public string? Whole => Pieces.Any(piece => piece.Text is null) ? null : string.Concat(Pieces.Select(piece => piece.Text));
}
