using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes.Documents;

/// <summary>Writes a variable in the place of a secret in a manual. The secret is still in the history of the file: it has to be changed at its provider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VariableInDocumentFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class VariableInDocumentFix : CodeFixProvider
{
    private const string Title = "Use a variable instead of the secret";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [DocumentRules.LiteralSecret];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll(Title);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => DocumentEdits.Of(diagnostic) is not null))
        {
            var project = context.TextDocument.Project;
            context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => DocumentEdits.ApplyAsync(project, [diagnostic], cancellationToken), DocumentRules.LiteralSecret + ".document.variable"), diagnostic);
        }

        return Task.CompletedTask;
    }
}
