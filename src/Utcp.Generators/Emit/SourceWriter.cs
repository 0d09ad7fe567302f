using System.Buffers;

namespace Utcp.Generators.Emit;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine. Written once, then taken by <see cref="Take"/>.</summary>
internal sealed class SourceWriter
{
    private const int Step = 4;
    private char[] _text = ArrayPool<char>.Shared.Rent(16 * 1024);
    private int _length;
    private int _depth;

    /// <summary>Writes a line; "" writes an empty one without trailing blanks.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            var blanks = _depth * Step;
            Ensure(blanks + line.Length + 1);
            _text.AsSpan(_length, blanks).Fill(' ');
            line.CopyTo(0, _text, _length + blanks, line.Length);
            _length += blanks + line.Length;
        }

        Ensure(1);
        _text[_length++] = '\n';
    }

    /// <summary>Writes <c>{</c> on a line and indents what follows.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close(string after = "")
    {
        _depth--;
        Line("}" + after);
    }

    /// <summary>Indents the following lines by one step without a brace.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public void Unindent() => _depth--;

    /// <summary>The text behind a header. The writer cannot be used afterwards.</summary>
    /// <param name="header">Lines that could be written only when the rest was known; taken too.</param>
    public string Take(SourceWriter header)
    {
        Ensure(header._length);
        Array.Copy(_text, 0, _text, header._length, _length);
        Array.Copy(header._text, _text, header._length);
        var text = new string(_text, 0, header._length + _length);
        header.Release();
        Release();
        return text;
    }

    private void Ensure(int more)
    {
        if (_length + more <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + more));
        Array.Copy(_text, larger, _length);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    private void Release()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }
}
