using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Writes the nearest number that the schema allows in the place of a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClampCodeFix))]
[Shared]
public sealed class ClampCodeFix : TextCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.ValueOutsideSchema];

    /// <inheritdoc />
    protected override Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var written = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!diagnostic.Properties.TryGetValue(CodeRules.NearestProperty, out var nearest) || nearest is null || !IsNumber(written))
        {
            return null;
        }

        // A fraction is a double unless it says otherwise.
        var suffix = nearest.Contains('.') && model.GetTypeInfo(written).ConvertedType is { } type && Underlying(type).SpecialType == SpecialType.System_Decimal ? "m" : "";
        return new Repair("Use " + nearest, "clamp", [new TextChange(written.Span, nearest + suffix)]);
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsNumber(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NumericLiteralExpression),
        PrefixUnaryExpressionSyntax sign => IsNumber(sign.Operand),
        _ => false,
    };
}
