using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP305: a stream that nobody reads, so that its call is never made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadStreamAnalyzer : CodeAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.UnreadStream];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var calls = new ToolCalls(context.Compilation);
        context.RegisterOperationAction(
            operation =>
            {
                if (Dropped(operation.Operation) is { } dropped && calls.Stream(dropped) is { } call)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.UnreadStream,
                        call.Syntax.GetLocation(),
                        $"Nobody reads what '{call.TargetMethod.Name}' returns, so that the call is never made: it begins with the enumeration. Use 'await foreach'."));
                }
            },
            OperationKind.ExpressionStatement,
            OperationKind.VariableDeclarator);
    }

    private static IOperation? Dropped(IOperation operation) => operation switch
    {
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } discard } => discard.Value,
        IExpressionStatementOperation statement => statement.Operation,
        IVariableDeclaratorOperation { Initializer.Value: { } value } local when value.Type?.Name == "IAsyncEnumerable" && !LocalUses.Of(local.Symbol, local).Any() => value,
        _ => null,
    };
}
