using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>A part of a text that C# puts together.</summary>
/// <param name="Text">The part, or null where only the running program knows it.</param>
/// <param name="Syntax">Where it is written.</param>
internal readonly record struct TextPiece(string? Text, SyntaxNode Syntax);
