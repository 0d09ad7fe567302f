using Utcp.Generators.Diagnostics;
using Utcp.Generators.Inputs;
using Utcp.Manuals.Json;
using Utcp.Manuals.Review;

namespace Utcp.Generators.Reviews;

/// <summary>What the review of a manual and its parts found, by file.</summary>
internal sealed class ManualReview
{
    private readonly LinkedManual _manual;
    private readonly ILookup<string, DocumentFinding> _findings;

    private ManualReview(LinkedManual manual, IEnumerable<DocumentFinding> findings)
    {
        _manual = manual;
        _findings = findings.ToLookup(finding => finding.Path, StringComparer.Ordinal);
    }

    /// <summary>Reviews a manual.</summary>
    /// <param name="manual">The manual.</param>
    /// <param name="documents">Its documents; those that references lead into are read when they do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ManualReview Of(LinkedManual manual, ManualDocuments documents, CancellationToken cancellationToken)
    {
        var findings = documents.All.First.Root is { } root ? DocumentReview.Of(root, documents.All, cancellationToken: cancellationToken) : [];
        return new ManualReview(manual, FindingDigest.Of(findings, finding => documents.All.At(finding.Span)).Select(finding => Locate(finding, documents)));
    }

    /// <summary>Whether the review was of these texts.</summary>
    public bool IsOf(LinkedManual manual) => ReferenceEquals(_manual.File.Text, manual.File.Text) && _manual.File.Path == manual.File.Path && _manual.Parts.Equals(manual.Parts);

    /// <summary>What was found in a file, in order.</summary>
    public IEnumerable<DocumentFinding> In(string path) => _findings[path];

    private static DocumentFinding Locate(Finding finding, ManualDocuments documents)
    {
        var part = documents.All.At(finding.Span);
        var (path, text) = documents.FileOf(part);
        var value = Own(finding.Span, part);
        var pointer = part.Root is null ? "" : JsonPointer.Find(part.Root, finding.Span);
        var place = finding.Part is { } at ? TextPlace.Find(text, value, at.Value.Text, at.Start, at.Length) : null;
        var edit = place is { } exact && finding.Replacement is { } replacement ? EditOf(text, value, exact, replacement) : null;
        return new DocumentFinding(finding.Code, PrintableText.Of(pointer.Length == 0 ? finding.Message : finding.Message + " (at " + pointer + ")"), path, place ?? value, edit, finding.Url);
    }

    // In a flow mapping of YAML, braces must stand in quotes.
    private static DocumentEdit EditOf(string text, JsonSpan value, JsonSpan place, string replacement)
    {
        if (!TextPlace.IsPlain(text, value) || replacement.IndexOf('{') < 0)
        {
            return new DocumentEdit(place, replacement);
        }

        var whole = text.Substring(value.Start, place.Start - value.Start) + replacement + text.Substring(place.End, value.End - place.End);
        return new DocumentEdit(value, JsonText.Quote(whole));
    }

    private static JsonSpan Own(JsonSpan span, JsonPart part) => span with { Start = span.Start - part.Offset };
}
