using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>What all analyzers of the user's C# have in common: generated code is left alone, and a project without Utcp.Runtime costs nothing.</summary>
public abstract class CodeAnalyzer : DiagnosticAnalyzer
{
    private const string Channel = "Utcp.UtcpChannel";

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.Find(start.Compilation, Channel) is not null)
            {
                Start(start);
            }
        });
    }

    /// <summary>Looks up the symbols that the rule is about, and registers its actions if there are any.</summary>
    protected abstract void Start(CompilationStartAnalysisContext context);
}
