using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;
using Utcp.Generators.Inputs;
using Utcp.Manuals.Problems;

namespace Utcp.Generators;

/// <summary>The pipeline from manuals in a project to typed clients. Nothing in it depends on the user's C#, so that a keystroke re-runs no step.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class UtcpGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectOptions.From(options.GlobalOptions));
        var documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => DocumentFile.TryRead(pair.Left, pair.Right, cancellationToken)!)
            .Where(static file => file is not null)
            .WithTrackingName(StepNames.Documents);
        var files = documents
            .Where(static file => file.IsManual)
            .Select(static (file, _) => ManualFile.Of(file))
            .WithTrackingName(StepNames.ManualFiles);
        var compiled = files
            .Combine(documents.Collect().Select(static (all, _) => new DocumentIndex(all)))
            .Select(static (pair, _) => LinkedManual.Of(pair.Left, pair.Right))
            .WithTrackingName(StepNames.LinkedManuals)
            .Combine(project)
            .Select(static (pair, cancellationToken) => ManualCompiler.Compile(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(StepNames.Compiled);
        var first = compiled
            .Select(static (client, _) => new ClientNamesInUse(client.Path, client.Key, client.Types))
            .Collect()
            .Select(static (clients, _) => FirstClients.Of(clients));
        var clients = compiled
            .Combine(first)
            .Select(static (pair, _) => pair.Right.Admit(pair.Left))
            .WithTrackingName(StepNames.Clients);
        var sources = clients
            .SelectMany(static (client, _) => client.Sources)
            .WithTrackingName(StepNames.Sources);
        var diagnostics = clients
            .Select(static (client, _) => client.Diagnostics)
            .WithTrackingName(StepNames.Diagnostics);
        var hasRuntime = context.MetadataReferencesProvider
            .Where(static reference => RuntimeReference.Is(reference.Display))
            .Collect()
            .Select(static (references, _) => new ProjectFact(references.Length > 0));

        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8)));

        // Two manuals may complain of one part.
        context.RegisterSourceOutput(diagnostics.Collect(), static (output, items) =>
        {
            foreach (var item in items.SelectMany(static ofManual => ofManual).Distinct())
            {
                output.ReportDiagnostic(item.ToDiagnostic());
            }
        });
        context.RegisterSourceOutput(files.Collect().Select(static (all, _) => new ProjectFact(all.Length > 0)).Combine(hasRuntime), static (output, facts) =>
        {
            if (facts is { Left.IsTrue: true, Right.IsTrue: false })
            {
                output.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.Find(ProblemCodes.RuntimeMissing), null, "Generated clients need Utcp.Runtime; reference that package or project."));
            }
        });
    }
}
