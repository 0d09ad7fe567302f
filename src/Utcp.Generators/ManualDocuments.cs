using Utcp.Generators.Diagnostics;
using Utcp.Generators.Inputs;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Generators;

/// <summary>The texts of a manual and its parts: read when they are needed, and the ground of lines and columns.</summary>
internal sealed class ManualDocuments
{
    // Schemas are read as deep; the stack of a compiler's thread bears twice that.
    private const int MaxDepth = 128;

    private readonly Dictionary<JsonPart, (string Path, string Text)> _texts = [];

    public ManualDocuments(LinkedManual manual)
    {
        var first = Part(manual.File.Path, manual.File.Text ?? "", manual.File.Format);
        All = new JsonDocuments(first, manual.Parts.Select(part => Part(part.Path, part.Text, part.Format)).ToList());
    }

    public JsonDocuments All { get; }

    /// <summary>The file that a document is from.</summary>
    public (string Path, string Text) FileOf(JsonPart part) => _texts[part];

    /// <summary>The problems at their lines and columns, each in its file.</summary>
    public EquatableArray<DiagnosticInfo> Locate(IReadOnlyCollection<Problem> problems)
    {
        var positions = new Dictionary<JsonPart, LinePositions>();
        var located = new List<DiagnosticInfo>();
        foreach (var problem in ProblemDigest.Of(problems))
        {
            var part = All.At(problem.Span);
            var (path, text) = _texts[part];
            if (!positions.TryGetValue(part, out var lines))
            {
                positions[part] = lines = new LinePositions(text);
            }

            located.Add(lines.Locate(problem with { Span = problem.Span with { Start = problem.Span.Start - part.Offset } }, path));
        }

        return located.Count == 0 ? EquatableArray<DiagnosticInfo>.Empty : new([.. located]);
    }

    private JsonPart Part(string path, string text, DocumentFormat format)
    {
        var part = new JsonPart(path, text.Length, offset => DocumentParser.Parse(text, format, new JsonReadOptions { Offset = offset, MaxDepth = MaxDepth }));
        _texts[part] = (path, text);
        return part;
    }
}
