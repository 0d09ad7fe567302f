using System.Globalization;
using System.Text;
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
        return new DiagnosticInfo(problem.Code, Printable(message), path, start, end - start, startLine, startColumn, endLine, endColumn);
    }

    // Names of a document stand in messages and pointers; on a terminal a control could hide or forge lines.
    private static string Printable(string message)
    {
        if (message.All(c => c is >= ' ' and < '\u007F'))
        {
            return message;
        }

        var result = new StringBuilder(message.Length + 16);
        for (var i = 0; i < message.Length; i++)
        {
            var isPair = char.IsHighSurrogate(message[i]) && i + 1 < message.Length && char.IsLowSurrogate(message[i + 1]);
            if (isPair)
            {
                result.Append(message, i++, 2);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(message[i]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
            {
                result.Append("\\u").Append(((int)message[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(message[i]);
            }
        }

        return result.ToString();
    }

    private (int Line, int Column) Position(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line, offset - _starts[line]);
    }
}
