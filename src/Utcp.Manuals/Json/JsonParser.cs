using System.Globalization;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Json;

/// <summary>Builds the tree of one text: the grammar of values, arrays and objects over the tokens of a <see cref="JsonScanner"/>.</summary>
internal sealed class JsonParser
{
    private const int DepthThatFitsAnyStack = 256;

    private readonly JsonScanner _scanner;
    private readonly bool _allowTrailingCommas;
    private readonly int _maxDepth;

    // Open containers share one list each and cut their part off when they close: one exact array per container, no growth.
    private readonly List<JsonValue> _items = [];
    private readonly List<JsonMember> _members = [];
    private readonly DuplicateNames _duplicates = new();
    private int _depth;

    public JsonParser(JsonScanner scanner, JsonReadOptions options)
    {
        _scanner = scanner;
        _allowTrailingCommas = options.AllowTrailingCommas;
        _maxDepth = Math.Min(options.MaxDepth, DepthThatFitsAnyStack);
    }

    public Problem? Failure => _scanner.Failure;

    public JsonValue? ParseDocument()
    {
        if (!_scanner.SkipTrivia() || ParseValue("a value") is not { } root || !_scanner.SkipTrivia())
        {
            return null;
        }

        return _scanner.AtEnd ? root : Expected("the end of the text after the value");
    }

    public IReadOnlyList<Problem> DuplicateNames(JsonValue root) => _duplicates.Problems(root);

    private JsonValue? ParseValue(string expected)
    {
        switch (_scanner.Current)
        {
            case '{':
                return Enter() ? ParseObject() : null;
            case '[':
                return Enter() ? ParseArray() : null;
            case '"':
                var start = _scanner.Position;
                return _scanner.ReadString() is { } text ? JsonValue.String(text, _scanner.SpanFrom(start)) : null;
            case 't':
                return ParseLiteral("true", JsonKind.True);
            case 'f':
                return ParseLiteral("false", JsonKind.False);
            case 'n':
                return ParseLiteral("null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                start = _scanner.Position;
                return _scanner.ReadNumber() is { } number ? JsonValue.Number(number, _scanner.SpanFrom(start)) : null;
            default:
                return Expected(expected);
        }
    }

    private JsonValue? ParseLiteral(string literal, JsonKind kind)
    {
        var start = _scanner.Position;
        return _scanner.ReadLiteral(literal) ? JsonValue.Literal(kind, _scanner.SpanFrom(start)) : null;
    }

    private bool Enter()
    {
        if (_depth < _maxDepth)
        {
            _depth++;
            return true;
        }

        var limit = _maxDepth.ToString(CultureInfo.InvariantCulture);
        _scanner.Fail(ProblemCodes.LimitExceeded, $"Arrays and objects are nested deeper than {limit} levels, and no more are read: make the document flatter.", new JsonSpan(_scanner.Position, 1));
        return false;
    }

    private JsonValue? ParseArray()
    {
        var start = _scanner.Position;
        var first = _items.Count;
        _scanner.Advance();
        if (!_scanner.SkipTrivia())
        {
            return null;
        }

        while (_scanner.Current != ']')
        {
            if (ParseValue(_items.Count == first ? "a value or ']'" : "a value after ','") is not { } item || !_scanner.SkipTrivia())
            {
                return null;
            }

            _items.Add(item);
            if (!Separator(']', "Expected ',' or ']' after an item"))
            {
                return null;
            }
        }

        _scanner.Advance();
        _depth--;
        return JsonValue.Array(Cut(_items, first), _scanner.SpanFrom(start));
    }

    private JsonValue? ParseObject()
    {
        var start = _scanner.Position;
        var first = _members.Count;
        _scanner.Advance();
        if (!_scanner.SkipTrivia())
        {
            return null;
        }

        while (_scanner.Current != '}')
        {
            if (_scanner.Current != '"')
            {
                return Expected(_members.Count == first ? "a name in double quotes or '}'" : "a name in double quotes after ','");
            }

            var nameStart = _scanner.Position;
            if (_scanner.ReadString() is not { } name)
            {
                return null;
            }

            var nameSpan = _scanner.SpanFrom(nameStart);

            // System.Text.Json takes no comment here; a text that only the compiler could read would fail at run time.
            _scanner.SkipWhiteSpace();
            if (_scanner.Current != ':')
            {
                return Expected("':' after a name");
            }

            _scanner.Advance();
            if (!_scanner.SkipTrivia() || ParseValue("a value after ':'") is not { } value || !_scanner.SkipTrivia())
            {
                return null;
            }

            _members.Add(new JsonMember(name, nameSpan, value));
            if (!Separator('}', "Expected ',' or '}' after a member"))
            {
                return null;
            }
        }

        _scanner.Advance();
        _depth--;
        var members = Cut(_members, first);
        _duplicates.Note(members);
        return JsonValue.Object(members, _scanner.SpanFrom(start));
    }

    /// <summary>Moves to the next item, or to the closing bracket. False when neither follows.</summary>
    private bool Separator(char close, string expectation)
    {
        if (_scanner.Current == close)
        {
            return true;
        }

        if (_scanner.Current != ',')
        {
            _scanner.FailHere(expectation);
            return false;
        }

        var comma = new JsonSpan(_scanner.Position, 1);
        _scanner.Advance();
        if (!_scanner.SkipTrivia())
        {
            return false;
        }

        if (_scanner.Current == close && !_allowTrailingCommas)
        {
            _scanner.Fail(ProblemCodes.InvalidJson, $"Expected no ',' before '{close}': JSON has no trailing commas.", comma);
            return false;
        }

        return true;
    }

    private JsonValue? Expected(string what)
    {
        _scanner.FailHere("Expected " + what);
        return null;
    }

    private static T[] Cut<T>(List<T> list, int first)
    {
        if (first == list.Count)
        {
            return [];
        }

        var part = new T[list.Count - first];
        list.CopyTo(first, part, 0, part.Length);
        list.RemoveRange(first, part.Length);
        return part;
    }
}
