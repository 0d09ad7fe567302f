using System.Globalization;

namespace Utcp.Manuals.Security;

/// <summary>The characters of host names.</summary>
internal static class HostLetters
{
    // The underscore is no letter of host names, but container networks use it.
    public static bool IsAscii(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';

    /// <summary>
    /// Whether a character beyond ASCII stays beyond ASCII when a resolver normalises the name (UTS #46). Full-width, superscript and similar
    /// characters, and the other full stops, become ASCII there: with them "１２７.０.０.１" would be this machine.
    /// </summary>
    public static bool IsPlain(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && !IsCompatibility(c) && !IsIgnored(c);

    private static bool IsCompatibility(char c) =>
        c is '\u00AA' or '\u00BA' or '\u0132' or '\u0133' or '\u013F' or '\u0140' or '\u0149' or '\u017F' or '\u1E9A' or '\u1E9B'
            or >= '\u01C4' and <= '\u01CC' or >= '\u01F1' and <= '\u01F3'
            or >= '\u1D2C' and <= '\u1DBF' or >= '\u2071' and <= '\u218F' or >= '\uFB00' and <= '\uFB06' or >= '\uFF00' and <= '\uFFEF';

    private static bool IsIgnored(char c) =>
        c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or >= '\u180B' and <= '\u180F' or >= '\uFE00' and <= '\uFE0F';
}
