using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Generators.Tests.Analyzers;

/// <summary>C# in which marks say where diagnostics are expected: <c>[|here|]</c>, or <c>{|UTCP230:here|}</c> when a test is about several ids.</summary>
/// <param name="Text">The C# without marks.</param>
/// <param name="Spans">What is marked, by place; the id is "" where the mark names none.</param>
internal sealed record MarkedSource(string Text, IReadOnlyList<(string Id, TextSpan Span)> Spans)
{
    /// <summary>Reads the marks. Marks may not nest.</summary>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<(string Id, TextSpan Span)>();
        var (id, start) = ("", -1);
        for (var i = 0; i < marked.Length; i++)
        {
            if (start < 0 && IsAt(marked, i, "[|"))
            {
                (id, start) = ("", text.Length);
                i++;
            }
            else if (start < 0 && IsAt(marked, i, "{|UTCP"))
            {
                var colon = marked.IndexOf(':', i);
                (id, start) = (marked[(i + 2)..colon], text.Length);
                i = colon;
            }
            else if (start >= 0 && (IsAt(marked, i, "|]") || IsAt(marked, i, "|}")))
            {
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                start = -1;
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return start < 0 ? new MarkedSource(text.ToString(), spans) : throw new InvalidOperationException("A mark is not closed.");
    }

    private static bool IsAt(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
