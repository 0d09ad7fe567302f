using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;
using Utcp.Generators.Reviews;

namespace Utcp.Generators.Analyzers.Documents;

/// <summary>
/// Reports what a reviewer would say about the manuals and OpenAPI documents of a project, at the character that is at fault. The rules are those of the document review
/// (<see cref="Utcp.Manuals.Review.DocumentReview"/>), one class each; this class adds what the project says about them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManualAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds where the edit starts that repairs it.</summary>
    public const string EditStart = nameof(EditStart);

    /// <summary>The property that holds how many characters it replaces.</summary>
    public const string EditLength = nameof(EditLength);

    /// <summary>The property that holds what it writes.</summary>
    public const string EditText = nameof(EditText);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticDescriptors.InsecureUrl, DiagnosticDescriptors.LiteralSecret];

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
        var allowed = new Lazy<Utcp.Manuals.Security.AllowedHosts>(() => AllowedHostsOption.Read(options));
        foreach (var finding in ProjectReviews.Of(context.Options).In(context.AdditionalFile, context.CancellationToken))
        {
            if (finding.Url?.Check(allowed.Value).IsAllowed != true && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
            {
                context.ReportDiagnostic(Create(finding, text));
            }
        }
    }

    private static Diagnostic Create(DocumentFinding finding, SourceText text)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var location = Location.Create(finding.Path, span, text.Lines.GetLinePositionSpan(span));
        return Diagnostic.Create(DiagnosticDescriptors.Find(finding.Code), location, Properties(finding.Edit), finding.Message);
    }

    private static ImmutableDictionary<string, string?> Properties(DocumentEdit? edit) => edit is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty
            .Add(EditStart, edit.Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(EditLength, edit.Span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(EditText, edit.Text);
}
