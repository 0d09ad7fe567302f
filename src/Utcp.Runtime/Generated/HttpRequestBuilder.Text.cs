using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    private const int MaxShortText = 256;

    /// <summary>As <see cref="PathString"/>, for a JSON string.</summary>
    /// <exception cref="InvalidOperationException">The string has a lone surrogate, or bytes that are no UTF-8.</exception>
    internal void PathText(string name, JsonElement value)
    {
        Span<char> buffer = stackalloc char[MaxShortText];
        PathText(name, TextOf(value, buffer));
    }

    /// <summary>As <see cref="QueryString"/>, for a JSON string.</summary>
    /// <exception cref="InvalidOperationException">The string has a lone surrogate, or bytes that are no UTF-8.</exception>
    internal void QueryText(string name, JsonElement value)
    {
        Span<char> buffer = stackalloc char[MaxShortText];
        QueryText(name, TextOf(value, buffer));
    }

    private static ReadOnlySpan<char> TextOf(JsonElement value, Span<char> buffer)
    {
        // Without the quotes.
        var text = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        return text.Length <= buffer.Length && !text.Contains((byte)'\\') && Utf8.ToUtf16(text, buffer, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
            ? buffer[..length]
            : value.GetString();
    }
}
