using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Awaits a call, and makes the method around it async where nobody else has to change for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCodeFix))]
[Shared]
public sealed class AwaitCodeFix : TextCodeFix
{
    private const string Title = "Await the call";
    private const string Key = "await";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.UnawaitedCall];

    /// <inheritdoc />
    protected override Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var call = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var before = new TextChange(new TextSpan(call.SpanStart, 0), "await ");
        var owner = call.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax or GlobalStatementSyntax);
        return call.Parent is ConditionalAccessExpressionSyntax ? null : owner switch
        {
            GlobalStatementSyntax => new Repair(Title, Key, [before]),
            MethodDeclarationSyntax method when CanBeAsync(method, model) => new Repair(Title, Key, [before, .. MakeAsync(method.ReturnType, method.ParameterList, model, mayStayVoid: true)]),
            LocalFunctionStatementSyntax local when IsVoid(local.ReturnType) && !HasReferences(local.ParameterList) => new Repair(Title, Key, [before, .. MakeAsync(local.ReturnType, local.ParameterList, model, mayStayVoid: false)]),
            _ => null,
        };
    }

    private static IEnumerable<TextChange> MakeAsync(TypeSyntax returnType, ParameterListSyntax parameters, SemanticModel model, bool mayStayVoid)
    {
        yield return new TextChange(new TextSpan(returnType.SpanStart, 0), "async ");
        if (!(mayStayVoid && IsEventHandler(parameters, model)))
        {
            var task = model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
            yield return new TextChange(returnType.Span, task?.ToMinimalDisplayString(model, returnType.SpanStart) ?? "System.Threading.Tasks.Task");
        }
    }

    // Overrides and implementations have their signature from elsewhere.
    private static bool CanBeAsync(MethodDeclarationSyntax method, SemanticModel model) =>
        IsVoid(method.ReturnType) && !HasReferences(method.ParameterList) && model.GetDeclaredSymbol(method) is { IsOverride: false, IsVirtual: false, IsAbstract: false, ExplicitInterfaceImplementations.IsEmpty: true } symbol
        && !symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name)).Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax predefined && predefined.Keyword.IsKind(SyntaxKind.VoidKeyword);

    private static bool HasReferences(ParameterListSyntax parameters) => parameters.Parameters.Any(parameter => parameter.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.RefKeyword) || modifier.IsKind(SyntaxKind.OutKeyword) || modifier.IsKind(SyntaxKind.InKeyword)));

    private static bool IsEventHandler(ParameterListSyntax parameters, SemanticModel model)
    {
        if (parameters.Parameters.Count != 2 || parameters.Parameters[1].Type is not { } second)
        {
            return false;
        }

        for (var type = model.GetTypeInfo(second).Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: "EventArgs", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }
}
