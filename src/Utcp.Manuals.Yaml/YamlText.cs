namespace Utcp.Manuals.Yaml;

/// <summary>
/// A text as YamlDotNet must see it. That parser follows YAML 1.1, where U+0085, U+2028 and U+2029 end lines; in YAML 1.2 they are characters like others. Each is replaced, for the time of parsing, by
/// a character that the text does not hold, so that positions stay what they are.
/// </summary>
internal sealed class YamlText
{
    private static readonly char[] s_oldBreaks = ['\u0085', '\u2028', '\u2029'];
    private readonly char[] _standIns;

    public YamlText(string text)
    {
        // A byte order mark would become part of the first name.
        Start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var content = text.Substring(Start);
        _standIns = content.IndexOfAny(s_oldBreaks) < 0 ? [] : Unused(content);
        for (var i = 0; i < _standIns.Length; i++)
        {
            content = content.Replace(s_oldBreaks[i], _standIns[i]);
        }

        Content = content;
    }

    /// <summary>What to parse.</summary>
    public string Content { get; }

    /// <summary>Where the content starts in the text.</summary>
    public int Start { get; }

    /// <summary>A parsed text with the characters that the document holds.</summary>
    public string Restore(string parsed)
    {
        for (var i = 0; i < _standIns.Length; i++)
        {
            parsed = parsed.Replace(_standIns[i], s_oldBreaks[i]);
        }

        return parsed;
    }

    /// <summary>The first character that neither YAML nor JSON allows to stand for itself anywhere, or -1. NUL is among them, where YamlDotNet would stop without a word.</summary>
    public static int FindControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r'))
            {
                return i;
            }
        }

        return -1;
    }

    // Unicode's noncharacters, reserved for such use inside a program.
    private static char[] Unused(string content)
    {
        var free = Enumerable.Range(0xFDD0, 32).Select(code => (char)code).Where(c => content.IndexOf(c) < 0).Take(s_oldBreaks.Length).ToArray();
        return free.Length == s_oldBreaks.Length ? free : [];
    }
}
