using System.Globalization;
using System.Text;

namespace Utcp.Generators.CSharp.Names;

/// <summary>Turns any text into a C# identifier. Pure: the same text gives the same identifier, whatever else is in the document.</summary>
internal static class Identifier
{
    /// <summary>The most characters an identifier gets.</summary>
    public const int MaxLength = 120;

    /// <summary>PascalCase, for types, members and namespaces.</summary>
    public static string Pascal(string text) => Shape(text, spellSymbols: false, upperFirst: true);

    /// <summary>camelCase, for parameters. Keywords are not escaped yet.</summary>
    public static string Camel(string text) => Shape(text, spellSymbols: false, upperFirst: false);

    /// <summary>PascalCase with symbols spelled out: "@type" is "AtType". Tells names apart that differ in symbols only.</summary>
    public static string PascalWithSymbols(string text) => Shape(text, spellSymbols: true, upperFirst: true);

    /// <summary>Puts an <c>@</c> before a keyword.</summary>
    public static string Escape(string identifier) => CSharpKeywords.Contains(identifier) ? "@" + identifier : identifier;

    /// <summary>Whether a text is an identifier as it stands; keywords are.</summary>
    public static bool IsValid(string text) => text.Length > 0 && IsStart(text[0]) && text.All(c => c == '_' || IsWordCharacter(c));

    /// <summary>Cuts an identifier that is too long; a hash of the whole keeps it distinct.</summary>
    public static string Cut(string identifier) =>
        identifier.Length <= MaxLength ? identifier : identifier.Substring(0, MaxLength - 9) + "_" + StableHash.Suffix(identifier, 8);

    private static string Shape(string text, bool spellSymbols, bool upperFirst)
    {
        // Ten thousand characters of a hostile name say no more than the first few hundred; the hash in Cut still sees the difference.
        var whole = text;
        text = text.Length > 400 ? text.Substring(0, 400) + StableHash.Suffix(text, 8) : text;
        var shouting = IsShouting(text);
        var result = new StringBuilder(text.Length + 8);
        var atWordStart = true;
        var firstWord = int.MaxValue;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsWordCharacter(c))
            {
                firstWord = atWordStart && result.Length > 0 ? Math.Min(firstWord, result.Length) : firstWord;
                result.Append(atWordStart ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
                atWordStart = char.IsDigit(c) && !(i + 1 < text.Length && char.IsLower(text[i + 1]));
                continue;
            }

            atWordStart = true;
            if ((spellSymbols || IsSignOfNumber(text, i)) && SymbolNames.Find(text, ref i) is { } name)
            {
                result.Append(name);
            }
        }

        if (result.Length == 0)
        {
            AppendSymbols(result, text);
        }

        if (!IsStart(result[0]))
        {
            result.Insert(0, '_');
        }

        if (!upperFirst)
        {
            LowerFirstWord(result, Math.Min(firstWord, result.Length));
        }

        return result.Length <= MaxLength ? result.ToString() : result.ToString(0, MaxLength - 9) + "_" + StableHash.Suffix(whole, 8);
    }

    private static void AppendSymbols(StringBuilder result, string text)
    {
        for (var i = 0; i < text.Length && result.Length < 60; i++)
        {
            result.Append(SymbolNames.Find(text, ref i));
        }

        if (result.Length == 0)
        {
            result.Append("Empty");
        }
    }

    // "URL" gives url and "IOPort" ioPort: a leading run of capitals belongs to the first word.
    private static void LowerFirstWord(StringBuilder text, int end)
    {
        for (var i = 0; i < end && char.IsUpper(text[i]); i++)
        {
            if (i > 0 && i + 1 < end && char.IsLower(text[i + 1]))
            {
                return;
            }

            text[i] = char.ToLowerInvariant(text[i]);
        }
    }

    private static bool IsSignOfNumber(string text, int i) =>
        text[i] is '+' or '-' && (i == 0 || !IsWordCharacter(text[i - 1])) && i + 1 < text.Length && char.IsDigit(text[i + 1]);

    private static bool IsShouting(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool IsStart(char c) => c == '_' || IsLetter(CharUnicodeInfo.GetUnicodeCategory(c));

    private static bool IsWordCharacter(char c)
    {
        if (c < 128)
        {
            return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        return IsLetter(category) || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static bool IsLetter(UnicodeCategory category) => category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}
