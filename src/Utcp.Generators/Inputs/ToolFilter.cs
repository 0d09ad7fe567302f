using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Inputs;

/// <summary>The tools that <c>IncludeTools</c> and <c>ExcludeTools</c> keep. A pattern is a tool name with <c>*</c> and <c>?</c>, or <c>tag:</c> and such a pattern.</summary>
internal static class ToolFilter
{
    /// <summary>The manual with the kept tools; patterns that match nothing are reported.</summary>
    public static Manual Apply(Manual manual, FileOptions options, ProblemList problems)
    {
        var include = Patterns(options.IncludeTools);
        var exclude = Patterns(options.ExcludeTools);
        if (include.Length == 0 && exclude.Length == 0)
        {
            return manual;
        }

        Report("IncludeTools", include);
        Report("ExcludeTools", exclude);
        return manual with { Tools = [.. manual.Tools.Where(tool => (include.Length == 0 || include.Any(pattern => Matches(tool, pattern))) && !exclude.Any(pattern => Matches(tool, pattern)))] };

        void Report(string option, string[] patterns)
        {
            var unmatched = patterns.Where(pattern => !manual.Tools.Any(tool => Matches(tool, pattern))).ToList();
            if (unmatched.Count > 0)
            {
                problems.Add(ProblemCodes.UnmatchedFilter, new JsonSpan(0, 0), $"{option} names '{string.Join("', '", unmatched)}', which matches none of the {manual.Tools.Count} tools of this manual.");
            }
        }
    }

    // The package's targets write | for ;, which does not reach the compiler.
    private static string[] Patterns(string option) => [.. option.Split(';', '|').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0)];

    private static bool Matches(Tool tool, string pattern) => pattern.StartsWith("tag:", StringComparison.OrdinalIgnoreCase)
        ? tool.Tags.Any(tag => Glob(tag, pattern.Substring(4)))
        : Glob(tool.Name, pattern);

    // The classic two-pointer match: linear in practice, no regular expression made from user text.
    private static bool Glob(string text, string pattern)
    {
        var (t, p, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])) && pattern[p] != '*')
            {
                (t, p) = (t + 1, p + 1);
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark, p) = (p, t, p + 1);
            }
            else if (star >= 0)
            {
                (p, mark) = (star + 1, mark + 1);
                t = mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
