using System.Buffers;

namespace Utcp.Http;

/// <summary>Text under construction in a pooled array. Give the array back with <see cref="Release"/>.</summary>
internal struct UrlText
{
    private char[]? _chars;
    private int _length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Span => _chars.AsSpan(0, _length);

    public readonly char this[int index] => _chars![index];

    public void Append(char c)
    {
        var chars = _chars;
        if (chars is null || _length == chars.Length)
        {
            chars = Grow(1);
        }

        chars[_length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    /// <summary>Appends text percent-encoded: nothing but unreserved characters (RFC 3986, section 2.3) is left as it is.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        // 9: a UTF-16 code unit takes at most 3 bytes of UTF-8, each written as %XX. Most text needs far less, so the first try is modest.
        var room = text.Length + 64;
        int written;
        while (!Uri.TryEscapeDataString(text, Reserve(room), out written))
        {
            room = checked(text.Length * 9);
        }

        _length += written;
    }

    public void Insert(int index, char c)
    {
        Append(c);
        _chars.AsSpan(index, _length - 1 - index).CopyTo(_chars.AsSpan(index + 1));
        _chars![index] = c;
    }

    public readonly void Replace(int index, char c) => _chars![index] = c;

    public void Remove(int start, int length)
    {
        _chars.AsSpan(start + length, _length - start - length).CopyTo(_chars.AsSpan(start));
        _length -= length;
    }

    public void Release()
    {
        var chars = _chars;
        _chars = null;
        _length = 0;
        if (chars is not null)
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private Span<char> Reserve(int count)
    {
        var chars = _chars;
        if (chars is null || chars.Length - _length < count)
        {
            chars = Grow(count);
        }

        return chars.AsSpan(_length);
    }

    private char[] Grow(int count)
    {
        var old = _chars;
        var chars = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, old is null ? 256 : old.Length * 2));
        if (old is not null)
        {
            old.AsSpan(0, _length).CopyTo(chars);
            ArrayPool<char>.Shared.Return(old);
        }

        _chars = chars;
        return chars;
    }
}
