using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Reads texts that are written out, without asking for semantics: another file's are not at hand.</summary>
internal static class LiteralText
{
    /// <summary>The text of a literal or of several joined by <c>+</c>; null when the expression is anything else.</summary>
    public static string? Of(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && Of(sum.Left) is { } left && Of(sum.Right) is { } right => left + right,
        _ => null,
    };

    /// <summary>The part of a sum that comes first.</summary>
    public static ExpressionSyntax First(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => First(parenthesized.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => First(sum.Left),
        _ => expression,
    };
}
