using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Utcp.CodeFixes.Documents;

/// <summary>Makes all edits of one kind in the documents of a project or solution. The fix-all of the framework knows C# files only.</summary>
internal sealed class DocumentFixAll(string title) : FixAllProvider
{
    /// <inheritdoc />
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc />
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellationToken => FixAsync(fixAllContext, cancellationToken), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var id in context.Scope == FixAllScope.Solution ? solution.ProjectIds.ToImmutableArray() : [context.Project.Id])
        {
            // Of several projects with one file the last one's edits count, and they are the same.
            var diagnostics = await context.GetAllDiagnosticsAsync(context.Solution.GetProject(id)!).ConfigureAwait(false);
            solution = await DocumentEdits.ApplyAsync(solution.GetProject(id)!, diagnostics.Where(diagnostic => context.DiagnosticIds.Contains(diagnostic.Id)), cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
