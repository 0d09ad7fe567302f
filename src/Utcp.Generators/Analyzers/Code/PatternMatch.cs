using System.Text.RegularExpressions;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>
/// Matches regular expressions of a document, which are ECMA-262 and hostile. What .NET would read differently is not judged, and no match may take long.
/// </summary>
internal static class PatternMatch
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);

    // Constructs that are another thing in .NET, or an error there: properties, names, code points, class subtraction, brackets in classes, empty classes, anchors, references, inline options.
    private static readonly string[] s_foreign = ["\\p", "\\P", "\\k", "\\u{", "[^]", "[]", "\\A", "\\Z", "\\z", "\\G", "\\a", "\\e", "\\c", "\\0"];

    /// <summary>Whether the pattern matches somewhere in the text; null when that is not for us to say.</summary>
    public static bool? Of(string pattern, string text)
    {
        if (s_foreign.Any(construct => pattern.IndexOf(construct, StringComparison.Ordinal) >= 0) || HasSubtraction(pattern) || HasOtherGroup(pattern) || HasReference(pattern) || text.Any(c => c is < ' ' or > '~'))
        {
            return null;
        }

        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, s_limit);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // "[a-z-[aeiou]]": in ECMA-262 a class that ends at the first bracket.
    private static bool HasSubtraction(string pattern)
    {
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (isInClass && pattern[i] == '[')
            {
                return true;
            }
            else
            {
                isInClass = pattern[i] == '[' || (isInClass && pattern[i] != ']');
            }
        }

        return false;
    }

    private static bool HasOtherGroup(string pattern)
    {
        for (var at = pattern.IndexOf("(?", StringComparison.Ordinal); at >= 0; at = pattern.IndexOf("(?", at + 1, StringComparison.Ordinal))
        {
            if (at + 2 >= pattern.Length || pattern[at + 2] is not (':' or '=' or '!'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasReference(string pattern) => pattern.Where((c, i) => c == '\\' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9').Any();
}
