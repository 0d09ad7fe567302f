using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes;

/// <summary>Writes https for http and wss for ws in the literal where a refused URL begins, wherever it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecureSchemeCodeFix))]
[Shared]
public sealed class SecureSchemeCodeFix : CodeFixProvider
{
    private const string Refusal = "InsecureScheme";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.InsecureUrl];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(CodeRules.RefusalProperty, out var refusal) || refusal != Refusal || diagnostic.AdditionalLocations.Count == 0
                || context.Document.Project.Solution.GetDocument(diagnostic.AdditionalLocations[0].SourceTree) is not { } document)
            {
                continue;
            }

            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            if (Find(text, diagnostic.AdditionalLocations[0].SourceSpan) is not var (scheme, end))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    "Use " + scheme + "s",
                    _ => Task.FromResult(document.Project.Solution.WithDocumentText(document.Id, text.WithChanges(new TextChange(new TextSpan(end, 0), "s")))),
                    CodeRules.InsecureUrl + ".secure"),
                diagnostic);
        }
    }

    // The literal is searched as it is written: the quotes before the scheme are of many kinds.
    private static (string Scheme, int End)? Find(SourceText text, TextSpan literal)
    {
        var written = text.ToString(literal);
        var end = written.IndexOf("://", StringComparison.Ordinal);
        var scheme = end >= 4 && written.Substring(end - 4, 4).ToLowerInvariant() == "http" ? "http"
            : end >= 2 && written.Substring(end - 2, 2).ToLowerInvariant() == "ws" ? "ws"
            : null;
        return scheme is null ? null : (scheme, literal.Start + end);
    }
}
