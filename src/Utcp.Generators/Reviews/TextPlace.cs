using Utcp.Manuals.Json;

namespace Utcp.Generators.Reviews;

/// <summary>Finds a part of a string's decoded text in the file, where the two may differ by quotes and escapes.</summary>
internal static class TextPlace
{
    /// <summary>The place of a part, or null when it is not written as it reads: behind escapes, in folded lines.</summary>
    /// <param name="file">The text of the file.</param>
    /// <param name="span">Where the string stands in it, quotes included.</param>
    /// <param name="text">The decoded text.</param>
    /// <param name="start">Where the part starts in it.</param>
    /// <param name="length">How long the part is.</param>
    public static JsonSpan? Find(string file, JsonSpan span, string text, int start, int length)
    {
        if (span.Length == 0 || span.End > file.Length || start + length > text.Length)
        {
            return null;
        }

        var quote = file[span.Start];
        if (quote == '"')
        {
            return InQuotes(file, span, text, start, length);
        }

        // In single quotes and without any, YAML writes most text as it is.
        var first = quote == '\'' ? span.Start + 1 : span.Start;
        var isPlain = first + text.Length <= span.End && string.CompareOrdinal(file, first, text, 0, text.Length) == 0;
        return isPlain ? new JsonSpan(first + start, length) : null;
    }

    /// <summary>Whether the string stands without quotes.</summary>
    public static bool IsPlain(string file, JsonSpan span) => span.Length > 0 && file[span.Start] is not ('"' or '\'');

    private static JsonSpan? InQuotes(string file, JsonSpan span, string text, int start, int length)
    {
        // Where each character of the part begins; the part ends where the next character begins.
        var at = span.Start + 1;
        var from = -1;
        for (var i = 0; i <= start + length; i++)
        {
            if (i == start)
            {
                from = at;
            }

            if (i == start + length)
            {
                return new JsonSpan(from, at - from);
            }

            if (at >= span.End - 1 || Next(file, ref at) != text[i])
            {
                return null;
            }
        }

        return null;
    }

    private static char? Next(string file, ref int at)
    {
        var c = file[at++];
        if (c != '\\')
        {
            return c;
        }

        var escape = at < file.Length ? file[at++] : ' ';
        if (escape is '/' or '"' or '\\')
        {
            return escape;
        }

        if (escape == 'u' && at + 4 <= file.Length && ushort.TryParse(file.Substring(at, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
        {
            at += 4;
            return (char)code;
        }

        return null;
    }
}
