using System.Buffers;
using System.Text.Unicode;

namespace Utcp.Json;

public sealed partial class JsonOutput
{
    private static readonly SearchValues<byte> s_textEnds = SearchValues.Create("\"\\"u8);

    /// <summary>
    /// Copies the text of a value without its white space, if nothing else has to change. The text was parsed before, but the parser may have been told to allow
    /// comments and trailing commas, and may not have looked at the bytes of strings.
    /// </summary>
    /// <returns>False, and nothing is written, for escapes, comments, trailing commas, bytes that are no UTF-8, and values nested too deep.</returns>
    private bool TryCopy(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        Ensure(json.Length);
        var target = _buffer.AsSpan(_length);
        var written = 0;
        var depth = _depth;
        for (var i = 0; i < json.Length; i++)
        {
            var unit = json[i];
            switch (unit)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    continue;
                case (byte)'/':
                    return false;
                case (byte)'{' or (byte)'[':
                    if (++depth > MaxDepth)
                    {
                        return false;
                    }

                    break;
                case (byte)'}' or (byte)']':
                    if (target[written - 1] == ',')
                    {
                        return false;
                    }

                    depth--;
                    break;
                case (byte)'"':
                    var text = json[i..];
                    var end = text[1..].IndexOfAny(s_textEnds) + 1;
                    if (end == 0 || text[end] == '\\')
                    {
                        return false;
                    }

                    text[..end].CopyTo(target[written..]);
                    written += end;
                    i += end;
                    break;
            }

            target[written++] = unit;
        }

        _length += written;
        return true;
    }
}
