using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>
/// Writes a value in its JSON form by a style. Null, null elements and null members are not written, and neither are arrays and objects without elements (RFC 6570, section 2.3).
/// What the OpenAPI Specification leaves open: in <c>deepObject</c>, brackets nest, and elements of arrays have their index (<c>a[b][0]=1</c>), which all common servers read;
/// an array in an object that explodes repeats its name; other values in values are compact JSON.
/// </summary>
internal ref struct StyleWriter
{
    private readonly ref UrlText _output;
    private readonly StyleForm _form;
    private readonly ReadOnlySpan<byte> _json;
    private readonly char[] _chars;
    private Utf8JsonReader _reader;
    private bool _isBegun;
    private bool _isUnfit;

    private StyleWriter(ref UrlText output, ReadOnlySpan<byte> json, StyleForm form)
    {
        _output = ref output;
        _form = form;
        _json = json;
        _chars = ArrayPool<char>.Shared.Rent(Math.Max(json.Length, 1));
        _reader = new(json, new JsonReaderOptions { MaxDepth = 1000 });
        _reader.Read();
    }

    /// <summary>Writes a value.</summary>
    /// <returns>Whether all of it can stand in its place; only cookies are ever in doubt.</returns>
    public static bool Write(ref UrlText output, string name, ReadOnlySpan<byte> json, StyleForm form)
    {
        var writer = new StyleWriter(ref output, json, form);
        if (form.IsDeep)
        {
            writer.Deep(name);
        }
        else
        {
            writer.Value(name);
        }

        ArrayPool<char>.Shared.Return(writer._chars);
        return !writer._isUnfit;
    }

    private void Value(string name)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartArray:
                Elements(name, _form.IsExploded);
                break;
            case JsonTokenType.StartObject:
                Members(name);
                break;
            default:
                Begin();
                Item(name, _form.IsNamed);
                break;
        }
    }

    private void Elements(string name, bool isExploded)
    {
        var isFirst = true;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (isExploded || isFirst)
            {
                Begin();
                Item(name, _form.IsNamed);
            }
            else
            {
                _output.Append(_form.ListSeparator);
                Append(Text());
            }

            isFirst = false;
        }
    }

    private void Members(string name)
    {
        var isFirst = true;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = _reader.GetString()!;
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (!_form.IsExploded)
            {
                if (isFirst)
                {
                    Begin();
                    if (_form.IsNamed)
                    {
                        AppendName(name);
                        _output.Append('=');
                    }
                }
                else
                {
                    _output.Append(_form.ListSeparator);
                }

                AppendName(member);
                _output.Append(_form.ListSeparator);
                Append(Text());
            }
            else if (_reader.TokenType == JsonTokenType.StartArray && _form.RepeatsNestedArrays)
            {
                Elements(member, isExploded: true);
            }
            else
            {
                Begin();
                Item(member, isNamed: true);
            }

            isFirst = false;
        }
    }

    private void Deep(string name)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;)
                {
                    if (_reader.TokenType != JsonTokenType.Null)
                    {
                        Deep(string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]"));
                    }
                }

                break;
            case JsonTokenType.StartObject:
                while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = $"{name}[{_reader.GetString()}]";
                    _reader.Read();
                    Deep(member);
                }

                break;
            default:
                Begin();
                Item(name, isNamed: true);
                break;
        }
    }

    private void Begin()
    {
        _output.Append(_isBegun ? _form.Separator : _form.First);
        _isBegun = true;
    }

    private void Item(string name, bool isNamed)
    {
        var text = Text();
        if (isNamed)
        {
            AppendName(name);
            if (text.IsEmpty && _form.IsBareWhenEmpty)
            {
                return;
            }

            _output.Append('=');
        }

        Append(text);
    }

    /// <summary>The text of the value that the reader stands on.</summary>
    private ReadOnlySpan<char> Text()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _chars.AsSpan(0, _reader.CopyString(_chars));
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)_reader.TokenStartIndex;
                _reader.Skip();
                return _chars.AsSpan(0, Encoding.UTF8.GetChars(_json[start..(int)_reader.BytesConsumed], _chars));
            default:
                return _chars.AsSpan(0, Encoding.UTF8.GetChars(_reader.ValueSpan, _chars));
        }
    }

    private void AppendName(string name)
    {
        switch (_form.Escape)
        {
            case TextEscape.KeepReserved or TextEscape.KeepReservedInPath or TextEscape.KeepReservedInCookie:
                _output.AppendEscaped(name);
                break;
            case TextEscape.Cookie:
                _isUnfit |= !RequestHeaderRules.IsName(name);
                _output.Append(name);
                break;
            default:
                Append(name);
                break;
        }
    }

    private void Append(scoped ReadOnlySpan<char> text)
    {
        switch (_form.Escape)
        {
            case TextEscape.None:
                _output.Append(text);
                break;
            case TextEscape.Form:
                FormBody.Append(ref _output, text);
                break;
            case TextEscape.KeepReserved:
                ReservedText.Append(ref _output, text);
                break;
            case TextEscape.KeepReservedInPath:
                ReservedText.AppendInPath(ref _output, text);
                break;
            case TextEscape.KeepReservedInCookie:
                ReservedText.AppendInCookie(ref _output, text);
                break;
            case TextEscape.Cookie:
                _isUnfit |= !CookieRules.IsList(text);
                _output.Append(text);
                break;
            default:
                _output.AppendEscaped(text);
                break;
        }
    }
}
