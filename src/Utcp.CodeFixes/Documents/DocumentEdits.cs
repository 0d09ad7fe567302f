using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Utcp.Generators.Diagnostics;

namespace Utcp.CodeFixes.Documents;

/// <summary>The edits that diagnostics about documents bring with them, as the analyzer knows how the file writes what it found.</summary>
internal static class DocumentEdits
{
    /// <summary>The edit of a diagnostic, or null when it has none.</summary>
    public static TextChange? Of(Diagnostic diagnostic) =>
        Number(diagnostic, DocumentRules.EditStart) is { } start && Number(diagnostic, DocumentRules.EditLength) is { } length && diagnostic.Properties.TryGetValue(DocumentRules.EditText, out var text) && text is not null
            ? new TextChange(new TextSpan(start, length), text)
            : null;

    /// <summary>The solution with the edits made, each in the additional file that its diagnostic is about.</summary>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var file in diagnostics.GroupBy(diagnostic => diagnostic.Location.GetLineSpan().Path))
        {
            if (project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == file.Key) is { } document)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

                // One secret may be found by two rules.
                var changes = file.Select(Of).OfType<TextChange>().Distinct().Where(change => change.Span.End <= text.Length).OrderBy(change => change.Span.Start);
                solution = solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
            }
        }

        return solution;
    }

    private static int? Number(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
