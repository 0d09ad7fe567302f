using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Makes one channel of many: the value of a property that is made once, or a static readonly field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShareChannelCodeFix))]
[Shared]
public sealed class ShareChannelCodeFix : TextCodeFix
{
    private const string Key = "share";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.ChannelPerCall];

    /// <inheritdoc />
    protected override Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var creation = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return creation is not BaseObjectCreationExpressionSyntax made || !StandsAlone(made, model) ? null
            : made.Parent is ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax } or ReturnStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: AccessorDeclarationSyntax } } ? MakeOnce(made)
            : MakeField(made, model);
    }

    // "UtcpChannel Channel => new();" becomes "UtcpChannel Channel { get; } = new();".
    private static Repair? MakeOnce(BaseObjectCreationExpressionSyntax made) =>
        made.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property && property.AccessorList is not { Accessors.Count: > 1 }
            ? new Repair("Make the channel once", Key, [new TextChange(TextSpan.FromBounds(property.Identifier.Span.End, property.Span.End), " { get; } = " + made + ";")])
            : null;

    private static Repair? MakeField(BaseObjectCreationExpressionSyntax made, SemanticModel model)
    {
        if (made.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } declaration } variable }
            || made.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { OpenBraceToken.IsMissing: false } owner || owner.Members.Count == 0 || model.GetTypeInfo(made).Type is not { } type)
        {
            return null;
        }

        var name = "s_" + variable.Identifier.ValueText.TrimStart('_');
        var first = owner.Members[0];
        if (model.LookupSymbols(first.SpanStart, name: name).Any())
        {
            return null;
        }

        var start = first.GetLeadingTrivia().FullSpan.Start;
        var indentation = first.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var field = indentation + "private static readonly " + type.ToMinimalDisplayString(model, first.SpanStart) + " " + name + " = " + made + ";\n";
        return new Repair(
            "Make the channel a static field",
            Key,
            [
                new TextChange(new TextSpan(start, 0), field),
                new TextChange(TextSpan.FromBounds(statement.SpanStart, declaration.SpanStart), ""),
                new TextChange(made.Span, name),
            ]);
    }

    // A shared channel cannot depend on what the code around it knows.
    private static bool StandsAlone(BaseObjectCreationExpressionSyntax made, SemanticModel model) => !made.DescendantNodes().Any(node => node is ThisExpressionSyntax or BaseExpressionSyntax || (node is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol is var symbol && symbol switch
    {
        ILocalSymbol or IParameterSymbol => symbol.DeclaringSyntaxReferences.Length == 0 || !made.Span.Contains(symbol.DeclaringSyntaxReferences[0].Span),
        IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol => !symbol.IsStatic && name.Parent is not (MemberAccessExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }),
        _ => false,
    }));
}
