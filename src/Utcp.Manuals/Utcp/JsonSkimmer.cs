namespace Utcp.Manuals.Utcp;

/// <summary>Walks over JSON text without building anything. Does not judge whether the text is valid JSON: whoever reads the document does.</summary>
internal struct JsonSkimmer
{
    private static readonly char[] Structure = ['"', '{', '}', '[', ']', '/'];
    private static readonly char[] EndOfLiteral = [',', '}', ']', '/', ' ', '\t', '\r', '\n'];

    private readonly string _text;
    private int _at;

    public JsonSkimmer(string text)
    {
        _text = text;
        _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>The next character that is neither white space nor comment, or NUL at the end.</summary>
    public char Peek()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
            }
            else if (c != '/' || !TrySkipComment())
            {
                return c;
            }
        }

        return '\0';
    }

    /// <summary>Steps over one character.</summary>
    public void Skip()
    {
        Peek();
        _at++;
    }

    public bool TryEnterObject()
    {
        if (Peek() != '{')
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Reads the next name of the object and stops before its value. False at the end of the object, and where the text is no object any more.</summary>
    public bool TryReadName(out JsonName name)
    {
        name = default;
        if (Peek() == ',')
        {
            _at++;
        }

        if (Peek() != '"')
        {
            return false;
        }

        var start = _at + 1;
        if (!TrySkipString())
        {
            return false;
        }

        name = new JsonName(_text, start, _at - 1 - start);
        if (Peek() != ':')
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Steps over a value. False when the text ends before it.</summary>
    public bool TrySkipValue()
    {
        switch (Peek())
        {
            case '\0':
                return false;
            case '"':
                return TrySkipString();
            case '{' or '[':
                return TrySkipContainer();
            default:
                var end = _text.IndexOfAny(EndOfLiteral, _at);
                _at = end < 0 ? _text.Length : end == _at ? end + 1 : end;
                return end >= 0;
        }
    }

    private bool TrySkipContainer()
    {
        var depth = 0;
        while (_at < _text.Length)
        {
            _at = _text.IndexOfAny(Structure, _at);
            if (_at < 0)
            {
                break;
            }

            switch (_text[_at])
            {
                case '"':
                    if (!TrySkipString())
                    {
                        return false;
                    }

                    break;
                case '/':
                    if (!TrySkipComment())
                    {
                        _at++;
                    }

                    break;
                case '{' or '[':
                    depth++;
                    _at++;
                    break;
                default:
                    _at++;
                    if (--depth == 0)
                    {
                        return true;
                    }

                    break;
            }
        }

        _at = _text.Length;
        return false;
    }

    private bool TrySkipString()
    {
        var at = _at + 1;
        while (true)
        {
            var quote = at < _text.Length ? _text.IndexOf('"', at) : -1;
            if (quote < 0)
            {
                _at = _text.Length;
                return false;
            }

            var backslashes = 0;
            while (_text[quote - 1 - backslashes] == '\\')
            {
                backslashes++;
            }

            at = quote + 1;
            if (backslashes % 2 == 0)
            {
                _at = at;
                return true;
            }
        }
    }

    private bool TrySkipComment()
    {
        var kind = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (kind is not ('/' or '*'))
        {
            return false;
        }

        var end = kind == '/' ? _text.IndexOf('\n', _at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : kind == '/' ? end + 1 : end + 2;
        return true;
    }
}
