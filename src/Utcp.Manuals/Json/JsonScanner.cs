using System.Globalization;
using System.Text;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>The tokens of one JSON text: white space, comments, strings, numbers, literals. Keeps the first failure.</summary>
internal sealed class JsonScanner
{
    private const char End = '\0';
    private const int CacheSize = 256;
    private const int LongestCached = 32;

    private readonly string _text;
    private readonly bool _allowComments;
    private readonly int _offset;

    // Schemas repeat a few words thousands of times.
    private readonly string?[] _cache = new string?[CacheSize];
    private StringBuilder? _decoded;

    public JsonScanner(string text, JsonReadOptions options)
    {
        _text = text;
        _allowComments = options.AllowComments;
        _offset = options.Offset;
        Position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public int Position { get; private set; }

    public Problem? Failure { get; private set; }

    public bool AtEnd => Position >= _text.Length;

    /// <summary>The code unit at the position; NUL at the end, which no token starts with either.</summary>
    public char Current => Position < _text.Length ? _text[Position] : End;

    public void Advance() => Position++;

    /// <summary>The span from an index of the text to the position.</summary>
    public JsonSpan SpanFrom(int start) => new(start + _offset, Position - start);

    /// <summary>Skips white space and, where allowed, comments. False when a comment is malformed.</summary>
    public bool SkipTrivia()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (Current != '/' || !_allowComments)
            {
                return true;
            }

            if (!SkipComment())
            {
                return false;
            }
        }
    }

    public void SkipWhiteSpace()
    {
        while (Current is ' ' or '\n' or '\r' or '\t')
        {
            Position++;
        }
    }

    public bool ReadLiteral(string literal)
    {
        var start = Position;
        foreach (var expected in literal)
        {
            if (Current != expected)
            {
                FailAt($"Expected '{literal}'", start);
                return false;
            }

            Position++;
        }

        return true;
    }

    public string? ReadNumber()
    {
        var start = Position;
        if (Current == '-')
        {
            Position++;
        }

        if (Current == '0')
        {
            Position++;
            if (IsDigit(Current))
            {
                Fail(ProblemCodes.InvalidJson, "A number must not start with a 0 before other digits.", new JsonSpan(start, Position - start));
                return null;
            }
        }
        else if (!SkipDigits("a digit after '-'"))
        {
            return null;
        }

        if (Current == '.')
        {
            Position++;
            if (!SkipDigits("a digit after '.'"))
            {
                return null;
            }
        }

        if (Current is 'e' or 'E')
        {
            Position++;
            if (Current is '+' or '-')
            {
                Position++;
            }

            if (!SkipDigits("a digit in the exponent"))
            {
                return null;
            }
        }

        return Cut(start, Position);
    }

    /// <summary>Reads the string whose opening quote is at the position; null on failure.</summary>
    public string? ReadString()
    {
        var open = Position;
        var i = open + 1;
        while (i < _text.Length)
        {
            var c = _text[i];
            if (c == '"')
            {
                Position = i + 1;
                return Cut(open + 1, i);
            }

            if (c == '\\')
            {
                return ReadEscapedString(open, i);
            }

            if (c < ' ')
            {
                return ControlCharacter(i);
            }

            i++;
        }

        return Unclosed(open);
    }

    public void FailHere(string expectation) => FailAt(expectation, Position);

    /// <summary>Notes the first failure.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="place">Where in the text.</param>
    public void Fail(string code, string message, JsonSpan place) => Failure ??= new Problem(code, message, place with { Start = place.Start + _offset }, "");

    private string? ReadEscapedString(int open, int firstEscape)
    {
        _decoded ??= new StringBuilder();
        _decoded.Clear().Append(_text, open + 1, firstEscape - open - 1);
        var i = firstEscape;
        while (i < _text.Length)
        {
            var c = _text[i];
            if (c == '"')
            {
                Position = i + 1;
                return _decoded.ToString();
            }

            if (c < ' ')
            {
                return ControlCharacter(i);
            }

            if (c != '\\')
            {
                _decoded.Append(c);
                i++;
                continue;
            }

            if (i + 1 >= _text.Length)
            {
                break;
            }

            var length = AppendEscape(i);
            if (length == 0)
            {
                return null;
            }

            i += length;
        }

        return Unclosed(open);
    }

    /// <summary>Decodes the escape at an index; returns its length, or 0 when it is none.</summary>
    private int AppendEscape(int backslash)
    {
        var letter = _text[backslash + 1];
        if (letter == 'u')
        {
            return AppendUnicodeEscape(backslash);
        }

        var decoded = letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => End,
        };
        if (decoded == End)
        {
            FailAt("Expected one of \" \\ / b f n r t u after '\\'", backslash + 1);
            return 0;
        }

        _decoded!.Append(decoded);
        return 2;
    }

    private int AppendUnicodeEscape(int backslash)
    {
        var code = 0;
        for (var i = backslash + 2; i < backslash + 6; i++)
        {
            var digit = i < _text.Length ? HexDigit(_text[i]) : -1;
            if (digit < 0)
            {
                FailAt("Expected four hexadecimal digits after '\\u'", i);
                return 0;
            }

            code = (code << 4) | digit;
        }

        _decoded!.Append((char)code);
        return 6;
    }

    private bool SkipComment()
    {
        var start = Position;
        Position++;
        if (Current == '/')
        {
            return SkipLineComment();
        }

        if (Current != '*')
        {
            FailHere("Expected '/' or '*' after '/'");
            return false;
        }

        var end = _text.IndexOf("*/", Position + 1, StringComparison.Ordinal);
        if (end < 0)
        {
            Position = _text.Length;
            Fail(ProblemCodes.InvalidJson, "The comment is not closed by '*/'.", new JsonSpan(start, 2));
            return false;
        }

        Position = end + 2;
        return true;
    }

    private bool SkipLineComment()
    {
        while (!AtEnd && Current is not ('\n' or '\r'))
        {
            // Some readers end a comment here and others do not, so what follows would be data to one and comment to another.
            if (Current is '\u2028' or '\u2029')
            {
                FailHere("Expected '\\n' or '\\r' as the line end of a comment");
                return false;
            }

            Position++;
        }

        return true;
    }

    private bool SkipDigits(string expectation)
    {
        if (!IsDigit(Current))
        {
            FailHere("Expected " + expectation);
            return false;
        }

        while (IsDigit(Current))
        {
            Position++;
        }

        return true;
    }

    private string Cut(int start, int end)
    {
        var length = end - start;
        if (length == 0)
        {
            return "";
        }

        if (length > LongestCached)
        {
            return _text.Substring(start, length);
        }

        var slot = ((length * 31) + (_text[start] * 7) + (_text[start + (length / 2)] * 13) + _text[end - 1]) & (CacheSize - 1);
        var cached = _cache[slot];
        if (cached is not null && cached.Length == length && string.CompareOrdinal(_text, start, cached, 0, length) == 0)
        {
            return cached;
        }

        return _cache[slot] = _text.Substring(start, length);
    }

    private string? ControlCharacter(int at)
    {
        Fail(ProblemCodes.InvalidJson, $"Expected an escape for the control character {Name(_text[at])} in a string.", new JsonSpan(at, 1));
        return null;
    }

    private string? Unclosed(int open)
    {
        Fail(ProblemCodes.InvalidJson, "The string is not closed by '\"'.", new JsonSpan(open, 1));
        return null;
    }

    private void FailAt(string expectation, int at)
    {
        if (at >= _text.Length)
        {
            Fail(ProblemCodes.InvalidJson, expectation + ", found the end of the text.", new JsonSpan(_text.Length, 0));
            return;
        }

        var isPair = char.IsHighSurrogate(_text[at]) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]);
        var found = _text[at] is >= ' ' and < '\u007F' || char.IsLetterOrDigit(_text[at]) ? $"'{_text[at]}'"
            : isPair ? $"'{_text.Substring(at, 2)}'"
            : Name(_text[at]);
        Fail(ProblemCodes.InvalidJson, $"{expectation}, found {found}.", new JsonSpan(at, isPair ? 2 : 1));
    }

    private static string Name(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
