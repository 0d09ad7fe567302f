using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP303: a channel that code makes again and again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChannelPerCallAnalyzer : CodeAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.ChannelPerCall];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        var creation = new ChannelCreation(context.Compilation);
        context.RegisterOperationAction(
            operation =>
            {
                if (creation.TypeOf(operation.Operation) is { } type && Repetition.Of(operation.Operation, operation.ContainingSymbol, Lifetime.Of(operation.Operation)) is { } repetition)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        CodeDescriptors.ChannelPerCall,
                        operation.Operation.Syntax.GetLocation(),
                        $"A new {type.Name} is made {repetition}, each with connections, tokens and limits of its own: make one and share it."));
                }
            },
            ChannelCreation.Kinds);
    }
}
