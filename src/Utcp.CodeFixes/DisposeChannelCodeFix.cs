using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Disposes a channel at the end of its block: <c>await using</c> where the code is async, else <c>using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposeChannelCodeFix))]
[Shared]
public sealed class DisposeChannelCodeFix : TextCodeFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.ChannelNotDisposed];

    /// <inheritdoc />
    protected override Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var creation = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var value = creation.Parent is AwaitExpressionSyntax awaited ? awaited : creation;
        if (value.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } declaration } })
        {
            return null;
        }

        var isDisposable = model.GetTypeInfo(declaration.Type).Type is { } type && type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_IDisposable);
        var keyword = IsAsync(statement) ? "await using" : isDisposable ? "using" : null;
        return keyword is null ? null : new Repair($"Add '{keyword}'", "dispose", [new TextChange(new TextSpan(statement.SpanStart, 0), keyword + " ")]);
    }

    private static bool IsAsync(SyntaxNode statement) => statement.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax) switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        GlobalStatementSyntax => true,
        _ => false,
    };
}
