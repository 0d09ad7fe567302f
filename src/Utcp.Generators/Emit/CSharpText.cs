using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Utcp.Generators.Emit;

/// <summary>
/// The one place where text of a document becomes C# text. Nothing that came from a document may reach a <see cref="SourceWriter"/> on another way;
/// identifiers come from <c>CSharp.Names.Identifier</c>, which lets letters and digits pass only.
/// </summary>
internal static class CSharpText
{
    private static readonly char[] Markup = ['&', '<', '>'];

    /// <summary>A string literal: one line of ASCII and visible characters.</summary>
    public static string Literal(string text)
    {
        // Nearly all text is this; schemas as literals are megabytes of it.
        if (IsPlain(text))
        {
            return "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
        }

        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Any(IsInvisible) ? string.Concat(literal.Select(c => IsInvisible(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString())) : literal;
    }

    /// <summary>A UTF-8 literal. The text must have no lone surrogates, which have no UTF-8 form.</summary>
    public static string Utf8Literal(string text) => Literal(text) + "u8";

    /// <summary>The lines of a text for an XML comment: markup escaped, split at everything that ends a line in C#, controls dropped.</summary>
    public static IEnumerable<string> DocLines(string text)
    {
        if (IsPlain(text) && text.IndexOfAny(Markup) < 0)
        {
            var trimmed = text.Trim();
            return trimmed.Length == 0 ? [] : [trimmed];
        }

        var line = new StringBuilder();
        var lines = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r' or '\n' or '\u0085' or '\u2028' or '\u2029':
                    lines.Add(line.ToString());
                    line.Clear();
                    break;
                case '&':
                    line.Append("&amp;");
                    break;
                case '<':
                    line.Append("&lt;");
                    break;
                case '>':
                    line.Append("&gt;");
                    break;
                case '\t':
                    line.Append(' ');
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        line.Append(c).Append(text[++i]);
                    }
                    else if (IsXmlCharacter(c))
                    {
                        line.Append(c);
                    }

                    break;
            }
        }

        lines.Add(line.ToString());
        return lines.Select(item => item.Trim()).Where(item => item.Length > 0);
    }

    /// <summary>A text as one line of an XML comment.</summary>
    public static string DocLine(string text) => string.Join(" ", DocLines(text));

    /// <summary>An integer literal, from text that is one.</summary>
    /// <exception cref="FormatException">The text is no integer.</exception>
    public static string Integer(string text)
    {
        var number = long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        // -9223372036854775808 is the negation of a number that is no long.
        return number == long.MinValue ? "long.MinValue" : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A <c>double</c> literal, from JSON number text.</summary>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static string Number(string text)
    {
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(number) ? (number > 0 ? "double.MaxValue" : "double.MinValue") : number.ToString("R", CultureInfo.InvariantCulture) + "D";
    }

    // Printable ASCII: in a literal, only the quote and the backslash mean something.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    // Bidirectional controls and joiners, which can make code look like other code.
    private static bool IsInvisible(char c) => c >= '\u00A0' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    // Lone surrogates, controls and non-characters are not XML; bidirectional controls can make code look like other code.
    private static bool IsXmlCharacter(char c) => c >= ' ' && c is not ('\u007F' or '\uFFFE' or '\uFFFF' or '\uFEFF')
        && !char.IsSurrogate(c) && c is not (>= '\u0080' and <= '\u009F') && c is not ('\u061C' or '\u200E' or '\u200F') && c is not (>= '\u202A' and <= '\u202E') && c is not (>= '\u2066' and <= '\u2069');
}
