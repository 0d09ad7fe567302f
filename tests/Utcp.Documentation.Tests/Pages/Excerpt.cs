namespace Utcp.Documentation.Tests.Pages;

/// <summary>A part of a text, shown on a page.</summary>
internal static class Excerpt
{
    /// <summary>
    /// Whether a block shows lines of a text, in order and without gaps but for lines that are <c>...</c>, <c>// ...</c> or <c># ...</c>. White space around lines does not count.
    /// </summary>
    public static bool Of(string text, string block)
    {
        var lines = Trimmed(text);
        var at = 0;
        foreach (var part in Parts(Trimmed(block)))
        {
            var found = Enumerable.Range(at, Math.Max(0, lines.Count - part.Count - at + 1)).Cast<int?>().FirstOrDefault(i => lines.Skip(i!.Value).Take(part.Count).SequenceEqual(part));
            if (found is null)
            {
                return false;
            }

            at = found.Value + part.Count;
        }

        return true;
    }

    private static List<string> Trimmed(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).SkipWhile(line => line.Length == 0)];

    private static List<List<string>> Parts(List<string> lines)
    {
        var parts = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            if (line is "..." or "// ..." or "# ...")
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(line);
            }
        }

        // Empty lines around a gap.
        parts.ForEach(part =>
        {
            part.RemoveRange(0, part.TakeWhile(line => line.Length == 0).Count());
            part.RemoveRange(part.Count - Enumerable.Reverse(part).TakeWhile(line => line.Length == 0).Count(), Enumerable.Reverse(part).TakeWhile(line => line.Length == 0).Count());
        });
        return parts;
    }
}
