using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Utcp.Json;

/// <summary>
/// Compact JSON in UTF-8, in a pooled buffer. It escapes what JSON requires and nothing more, and trusts its caller to write tokens in a valid order.
/// Rent one, write, use <see cref="WrittenSpan"/>, dispose.
/// </summary>
public sealed partial class JsonOutput : IDisposable
{
    private const int FirstLength = 1024;
    internal const int MaxDepth = 1000;
    private static readonly SearchValues<byte> s_escaped = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"u8);

    private byte[] _buffer;
    private int _length;
    private int _depth;
    private bool _rented;
    private bool _isLenient;
    private bool _isCanonical;
    private List<PlacedFile>? _files;

    private JsonOutput() => _buffer = new byte[FirstLength];

    /// <summary>Whether equal values must give equal texts.</summary>
    internal bool IsCanonical => _isCanonical;

    /// <summary>What was written so far; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _length);

    /// <summary>What was written so far; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Writes <c>{</c>.</summary>
    public void BeginObject() => Begin((byte)'{');

    /// <summary>Writes <c>}</c>.</summary>
    public void EndObject() => End((byte)'}');

    /// <summary>Writes <c>[</c>.</summary>
    public void BeginArray() => Begin((byte)'[');

    /// <summary>Writes <c>]</c>.</summary>
    public void EndArray() => End((byte)']');

    /// <summary>Writes a comma unless an array or an object has just begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Separate()
    {
        if (_buffer[_length - 1] is not ((byte)'[' or (byte)'{'))
        {
            Append((byte)',');
        }
    }

    /// <summary>Writes a member name, with the comma before it when one is due, and the colon.</summary>
    public void WriteName(string name)
    {
        Separate();
        WriteString(name);
        Append((byte)':');
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes a boolean.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an integer.</summary>
    public void WriteInt32(int value)
    {
        Ensure(11);
        value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes an integer.</summary>
    public void WriteInt64(long value)
    {
        Ensure(20);
        value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">JSON has no form for it.</exception>
    public void WriteDouble(double value)
    {
        Ensure(32);
        var target = _buffer.AsSpan(_length);
        if (!PlainNumber.TryFormat(value, target, out var written))
        {
            if (!double.IsFinite(value) && !_isLenient)
            {
                throw Refuse($"JSON has no form for {value.ToString(CultureInfo.InvariantCulture)}");
            }

            value.TryFormat(target, out written, default, CultureInfo.InvariantCulture);
        }

        _length += written;
    }

    /// <summary>Writes a number.</summary>
    public void WriteDecimal(decimal value)
    {
        Ensure(32);
        value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a string. A lone surrogate becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        const int Step = 16 * 1024;
        if (value.Length <= Step)
        {
            Ensure(value.Length + 2);
            var target = _buffer.AsSpan(_length);
            if (PlainText.TryCopy(value, target[1..]))
            {
                target[0] = (byte)'"';
                target[value.Length + 1] = (byte)'"';
                _length += value.Length + 2;
                return;
            }
        }

        Append((byte)'"');
        while (value.Length > Step)
        {
            var length = char.IsHighSurrogate(value[Step - 1]) ? Step - 1 : Step;
            WriteText(value[..length]);
            value = value[length..];
        }

        WriteText(value);
        Append((byte)'"');
    }

    /// <summary>Writes text that is JSON already.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        Ensure(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Begins anew.</summary>
    internal void Clear() => (_length, _depth) = (0, 0);

    internal void WriteComma() => Append((byte)',');

    internal void WriteColon() => Append((byte)':');

    internal void WriteMember(JsonNames names, int index)
    {
        var member = names.Member(index);
        Ensure(member.Length);
        if (_buffer[_length - 1] == (byte)'{')
        {
            member = member[1..];
        }

        member.CopyTo(_buffer.AsSpan(_length));
        _length += member.Length;
    }

    internal Span<byte> GetSpan(int length)
    {
        Ensure(length);
        return _buffer.AsSpan(_length);
    }

    internal void Advance(int length) => _length += length;

    /// <summary>Stands in for a value that is null although its type forbids it.</summary>
    internal void WriteMissing()
    {
        if (!_isLenient)
        {
            throw Refuse("null where a value is required");
        }

        WriteNull();
    }

    /// <summary>An error about the value that comes next; says where it would stand.</summary>
    private ArgumentException Refuse(string message) => new($"{message} at {JsonPath.At(WrittenSpan, _length)}");

    /// <summary>Takes back up to so many nulls at the end of an array.</summary>
    internal void TrimNulls(int count)
    {
        for (; count > 0 && (WrittenSpan.EndsWith(",null"u8) || WrittenSpan.EndsWith("[null"u8)); count--)
        {
            _length -= _buffer[_length - 5] == (byte)',' ? 5 : 4;
        }
    }

    private void Begin(byte bracket)
    {
        if (++_depth > MaxDepth)
        {
            throw new InvalidOperationException("The value is nested more than 1000 levels deep, or contains itself.");
        }

        Append(bracket);
    }

    private void End(byte bracket)
    {
        _depth--;
        Append(bracket);
    }

    private void WriteText(ReadOnlySpan<char> value)
    {
        Ensure(value.Length * 3);
        var target = _buffer.AsSpan(_length);
        Utf8.FromUtf16(value, target, out _, out var written);
        var escape = target[..written].IndexOfAny(s_escaped);
        if (escape < 0)
        {
            _length += written;
        }
        else
        {
            WriteEscaped(target[..written].ToArray(), escape);
        }
    }

    private void WriteEscaped(ReadOnlySpan<byte> text, int escape)
    {
        while (escape >= 0)
        {
            WriteRaw(text[..escape]);
            WriteEscape(text[escape]);
            text = text[(escape + 1)..];
            escape = text.IndexOfAny(s_escaped);
        }

        WriteRaw(text);
    }

    private void WriteEscape(byte unit)
    {
        switch (unit)
        {
            case (byte)'"':
                WriteRaw("\\\""u8);
                break;
            case (byte)'\\':
                WriteRaw("\\\\"u8);
                break;
            case (byte)'\n':
                WriteRaw("\\n"u8);
                break;
            case (byte)'\r':
                WriteRaw("\\r"u8);
                break;
            case (byte)'\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                Append("0123456789abcdef"u8[unit >> 4]);
                Append("0123456789abcdef"u8[unit & 15]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte unit)
    {
        Ensure(1);
        _buffer[_length++] = unit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Grow(length);
        }
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + length), _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > FirstLength)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
