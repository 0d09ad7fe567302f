using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP306: a call whose task is dropped, where the compiler does not say so itself: it does in async methods (CS4014).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedCallAnalyzer : CodeAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.UnawaitedCall];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var calls = new ToolCalls(context.Compilation);
        context.RegisterOperationAction(
            operation =>
            {
                if (calls.Task(((IExpressionStatementOperation)operation.Operation).Operation) is { } call && !IsAsync(operation))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.UnawaitedCall,
                        call.Syntax.GetLocation(),
                        $"Nobody awaits '{call.TargetMethod.Name}', so that its failure goes unnoticed and it may be cut off: await it, or write '_ =' before it where that is meant."));
                }
            },
            OperationKind.ExpressionStatement);
    }

    private static bool IsAsync(OperationAnalysisContext context)
    {
        for (var parent = context.Operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation local:
                    return local.Symbol.IsAsync;
            }
        }

        return context.ContainingSymbol is IMethodSymbol { IsAsync: true };
    }
}
