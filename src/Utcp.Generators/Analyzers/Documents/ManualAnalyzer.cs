using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;
using Utcp.Generators.Reviews;
using Utcp.Manuals.Security;

namespace Utcp.Generators.Analyzers.Documents;

/// <summary>
/// Reports what a reviewer would say about the manuals and OpenAPI documents of a project, at the character that is at fault. The rules are those of the document review
/// (<see cref="Utcp.Manuals.Review.DocumentReview"/>), one class each; this class adds what the project says about them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManualAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticDescriptors.NoDescription, DiagnosticDescriptors.RejectedName, DiagnosticDescriptors.ContradictingExample, DiagnosticDescriptors.BodyOfGet,
        DiagnosticDescriptors.InsecureUrl, DiagnosticDescriptors.LiteralSecret, DiagnosticDescriptors.SecretInQuery, DiagnosticDescriptors.SharedSecret,
        DiagnosticDescriptors.ForeignTokenUrl, DiagnosticDescriptors.InternalTarget, DiagnosticDescriptors.UnsafeServerChoice,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile);
        var allowed = new Lazy<AllowedHosts>(() => AllowedHostsOption.Read(options));
        foreach (var finding in ProjectReviews.Of(context.Options).In(context.AdditionalFile, context.CancellationToken))
        {
            var descriptor = DiagnosticDescriptors.Find(finding.Code);
            if (DocumentSeverity.Of(options, descriptor) is { } severity && finding.Url?.Check(allowed.Value).IsAllowed != true && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
            {
                context.ReportDiagnostic(Diagnostic.Create(descriptor, LocationOf(finding, text), severity, additionalLocations: null, Properties(finding.Edit), finding.Message));
            }
        }
    }

    private static Location LocationOf(DocumentFinding finding, SourceText text)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        return Location.Create(finding.Path, span, text.Lines.GetLinePositionSpan(span));
    }

    private static ImmutableDictionary<string, string?> Properties(DocumentEdit? edit) => edit is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty
            .Add(DocumentRules.EditStart, edit.Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(DocumentRules.EditLength, edit.Span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(DocumentRules.EditText, edit.Text);
}
