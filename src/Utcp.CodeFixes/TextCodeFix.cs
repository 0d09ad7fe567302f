using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.CodeFixes;

/// <summary>A fix that changes a few characters of the file and leaves every other one alone, line breaks and comments included. Equal changes of two diagnostics are one.</summary>
public abstract class TextCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new AllOfDocument(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null && Find(diagnostic, root, model) is { } repair)
            {
                context.RegisterCodeFix(CodeAction.Create(repair.Title, token => ChangeAsync(context.Document, repair, token), diagnostic.Id + "." + repair.Key), diagnostic);
            }
        }
    }

    /// <summary>How to repair what is reported, or null when that is not for a tool to say.</summary>
    protected abstract Repair? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model);

    private static Task<Document> ChangeAsync(Document document, Repair repair, CancellationToken cancellationToken) => ChangeAsync(document, [repair], cancellationToken);

    private static async Task<Document> ChangeAsync(Document document, IEnumerable<Repair> repairs, CancellationToken cancellationToken)
    {
        var changes = new List<TextChange>();
        foreach (var repair in repairs)
        {
            // What two repairs share, such as the "async" of their method, is changed once. A repair that contradicts an earlier one has to wait.
            var more = repair.Changes.Except(changes).ToList();
            if (!more.Any(change => changes.Any(other => other.Span.OverlapsWith(change.Span) || other.Span.Start == change.Span.Start)))
            {
                changes.AddRange(more);
            }
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }

    private sealed class AllOfDocument(TextCodeFix fix) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            var root = await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
            return root is null || model is null ? document : await ChangeAsync(
                document,
                diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                    .Select(diagnostic => (diagnostic.Id, Repair: fix.Find(diagnostic, root, model)))
                    .Where(found => found.Repair is not null && found.Id + "." + found.Repair.Key == fixAllContext.CodeActionEquivalenceKey)
                    .Select(found => found.Repair!),
                fixAllContext.CancellationToken).ConfigureAwait(false);
        }
    }
}
