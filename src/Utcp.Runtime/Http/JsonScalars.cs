using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>The text form of JSON values outside of JSON (D7): strings are their text, numbers and booleans as JSON writes them, objects and nested arrays compact JSON.</summary>
internal ref struct JsonScalars
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly char[] _chars;
    private Utf8JsonReader _reader;

    /// <summary>Begins with the text forms of a value: one for a scalar or an object, one for each element of an array; none for null.</summary>
    public JsonScalars(ReadOnlySpan<byte> json)
    {
        _json = json;
        _chars = ArrayPool<char>.Shared.Rent(Math.Max(json.Length, 1));
        _reader = new(json, new JsonReaderOptions { MaxDepth = 1000 });
        _reader.Read();
        IsArray = _reader.TokenType == JsonTokenType.StartArray;
        IsFirst = true;
    }

    public bool IsArray { get; }

    /// <summary>Valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    private bool IsFirst { get; set; }

    public bool Next()
    {
        do
        {
            if (IsArray ? !_reader.Read() || (_reader.TokenType == JsonTokenType.EndArray && _reader.CurrentDepth == 0) : !IsFirst)
            {
                return false;
            }

            IsFirst = false;
        }
        while (_reader.TokenType == JsonTokenType.Null);
        Current = _chars.AsSpan(0, Copy());
        return true;
    }

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_chars);

    private int Copy()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.CopyString(_chars);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)_reader.TokenStartIndex;
                _reader.Skip();
                return Encoding.UTF8.GetChars(_json[start..(int)_reader.BytesConsumed], _chars);
            default:
                return Encoding.UTF8.GetChars(_reader.ValueSpan, _chars);
        }
    }
}
