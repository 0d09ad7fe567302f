using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Analyzers;

/// <summary>Reports entries of <c>utcp_allowed_insecure_hosts</c> that are no host, each once, however many files the option is for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllowedHostsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.InvalidAllowedHost];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var reported = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            start.RegisterSyntaxTreeAction(tree => Check(tree.Options.AnalyzerConfigOptionsProvider.GetOptions(tree.Tree), reported, tree.ReportDiagnostic));
            start.RegisterAdditionalFileAction(file => Check(file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.AdditionalFile), reported, file.ReportDiagnostic));
        });
    }

    // Roslyn does not say in which file an option stands.
    private static void Check(AnalyzerConfigOptions options, ConcurrentDictionary<string, bool> reported, Action<Diagnostic> report)
    {
        foreach (var entry in AllowedHostsOption.InvalidEntries(options))
        {
            if (reported.TryAdd(entry, true))
            {
                var message = $"{AllowedHostsOption.Name} holds {Excerpt.Of(entry)}, which is no host and allows nothing: write a host in its canonical form, host:port, or *.suffix, separated by commas.";
                report(Diagnostic.Create(DiagnosticDescriptors.InvalidAllowedHost, Location.None, message));
            }
        }
    }
}
