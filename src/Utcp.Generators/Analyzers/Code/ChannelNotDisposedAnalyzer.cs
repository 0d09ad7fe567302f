using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP304: a channel that is neither kept nor disposed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChannelNotDisposedAnalyzer : CodeAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.ChannelNotDisposed];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var creation = new ChannelCreation(context.Compilation);
        context.RegisterOperationAction(
            operation =>
            {
                if (creation.TypeOf(operation.Operation) is { } type && Lifetime.Of(operation.Operation) == Fate.Dropped && Repetition.Of(operation.Operation, operation.ContainingSymbol, Fate.Dropped) is null)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.ChannelNotDisposed,
                        operation.Operation.Syntax.GetLocation(),
                        $"This {type.Name} is never disposed, so that its connections stay open: write 'await using', or keep it in a field and share it."));
                }
            },
            ChannelCreation.Kinds);
    }
}
