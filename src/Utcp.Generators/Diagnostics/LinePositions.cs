using Utcp.Manuals.Problems;

namespace Utcp.Generators.Diagnostics;

/// <summary>Lines and columns of a text. Made only when there is something to report.</summary>
internal sealed class LinePositions
{
    private readonly List<int> _starts = [0];
    private readonly int _length;

    public LinePositions(string text)
    {
        _length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) || text[i] is '\u0085' or '\u2028' or '\u2029')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>A problem as a diagnostic at its line and column.</summary>
    public DiagnosticInfo Locate(Problem problem, string path)
    {
        var start = Math.Min(Math.Max(problem.Span.Start, 0), _length);
        var end = Math.Min(Math.Max(problem.Span.End, start), _length);
        var (startLine, startColumn) = Position(start);
        var (endLine, endColumn) = Position(end);
        var message = problem.Pointer.Length == 0 ? problem.Message : problem.Message + " (at " + problem.Pointer + ")";
        return new DiagnosticInfo(problem.Code, PrintableText.Of(message), path, start, end - start, startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line, offset - _starts[line]);
    }
}
