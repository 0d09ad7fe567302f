namespace Utcp.Manuals.Utcp;

/// <summary>
/// Walks over the lines of a YAML text in block style, with the names that open them. Knows no more of YAML than that, and so costs little and needs no parser; whoever reads the document
/// judges it.
/// </summary>
internal struct YamlSkimmer
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly string _text;
    private int _next;
    private int _at;
    private int _end;

    public YamlSkimmer(string text)
    {
        _text = text;
        _next = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>The column of the line's first character that is neither a space nor the dash of an item.</summary>
    public int Column { get; private set; }

    /// <summary>The column of the line's first dash, or -1.</summary>
    public int Dash { get; private set; }

    /// <summary>Moves to the next line that says something: no blank line, comment or directive. False at the end of the text or of its first document.</summary>
    public bool TryMove()
    {
        while (_next < _text.Length)
        {
            var start = _next;
            var end = _text.IndexOfAny(LineEnds, start);
            end = end < 0 ? _text.Length : end;
            _next = end + 1;
            var at = SkipSpaces(start, end);
            if (at == end || _text[at] is '#' || (at == start && _text[at] == '%') || Is(start, end, "---"))
            {
                continue;
            }

            if (Is(start, end, "..."))
            {
                break;
            }

            Place(start, at, end);
            return true;
        }

        _next = _text.Length;
        return false;
    }

    /// <summary>The name that opens the line, and what follows it on the line, without comment; both "" when none does. Read on demand: most lines are not asked.</summary>
    public readonly (string Name, string Value) Read()
    {
        var quote = _at < _end && _text[_at] is '"' or '\'' ? _text[_at] : '\0';
        var nameEnd = quote == '\0' ? _at : _text.IndexOf(quote, _at + 1, _end - _at - 1);
        var colon = nameEnd < 0 ? -1 : _text.IndexOf(':', nameEnd, _end - nameEnd);
        if (colon < 0 || (colon + 1 < _end && _text[colon + 1] is not (' ' or '\t')))
        {
            return ("", "");
        }

        var value = _text.Substring(colon + 1, _end - colon - 1);
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (_text.Substring(_at, colon - _at).Trim().Trim('"', '\''), (comment < 0 ? value : value.Substring(0, comment)).Trim());
    }

    private void Place(int start, int at, int end)
    {
        Dash = -1;
        while (at < end && _text[at] == '-' && (at + 1 == end || _text[at + 1] == ' '))
        {
            Dash = Dash < 0 ? at - start : Dash;
            at = SkipSpaces(at + 1, end);
        }

        Column = at - start;
        (_at, _end) = (at, end);
    }

    private readonly int SkipSpaces(int at, int end)
    {
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private readonly bool Is(int start, int end, string marker) =>
        end - start >= marker.Length && string.CompareOrdinal(_text, start, marker, 0, marker.Length) == 0 && (end - start == marker.Length || _text[start + marker.Length] is ' ' or '\t');
}
