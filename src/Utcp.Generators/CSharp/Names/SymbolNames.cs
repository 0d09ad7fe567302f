using System.Globalization;

namespace Utcp.Generators.CSharp.Names;

/// <summary>Names of characters that cannot be part of an identifier.</summary>
internal static class SymbolNames
{
    /// <summary>The name of the character at an index, "" for white space and controls. Moves the index to the last code unit of the character.</summary>
    public static string Find(string text, ref int index)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            index++;
            return "U" + char.ConvertToUtf32(c, text[index]).ToString("X", CultureInfo.InvariantCulture);
        }

        return c switch
        {
            '+' => "Plus",
            '-' => "Minus",
            '*' => "Star",
            '/' => "Slash",
            '\\' => "Backslash",
            '=' => "Equal",
            '<' => "Less",
            '>' => "Greater",
            '!' => "Not",
            '?' => "Question",
            '&' => "And",
            '|' => "Or",
            '%' => "Percent",
            '^' => "Caret",
            '~' => "Tilde",
            '@' => "At",
            '#' => "Hash",
            '$' => "Dollar",
            '.' => "Dot",
            ',' => "Comma",
            ':' => "Colon",
            ';' => "Semicolon",
            '_' => "Underscore",
            '\'' => "Apostrophe",
            '"' => "Quote",
            '`' => "Backtick",
            '(' or ')' => "Parenthesis",
            '[' or ']' => "Bracket",
            '{' or '}' => "Brace",
            <= ' ' or '\u007F' => "",
            _ when char.IsWhiteSpace(c) => "",
            _ => "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        };
    }
}
