using System.Text;

namespace Utcp.Generators.Emit;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(16 * 1024);
    private int _depth;

    /// <summary>Writes a line; "" writes an empty one without trailing blanks.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
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

    /// <summary>The text behind that of another writer.</summary>
    public string ToString(SourceWriter before) => _text.Insert(0, before._text.ToString()).ToString();
}
