using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes.Documents;

/// <summary>Writes https for http and wss for ws in a manual or OpenAPI document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecureSchemeInDocumentFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class SecureSchemeInDocumentFix : CodeFixProvider
{
    private const string Title = "Use an encrypted scheme";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [DocumentRules.InsecureUrl, DocumentRules.UnsafeServerChoice];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll(Title);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => DocumentEdits.Of(diagnostic) is not null))
        {
            var project = context.TextDocument.Project;
            context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => DocumentEdits.ApplyAsync(project, [diagnostic], cancellationToken), DocumentRules.InsecureUrl + ".document.secure"), diagnostic);
        }

        return Task.CompletedTask;
    }
}
