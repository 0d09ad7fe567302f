using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Finds out where in a JSON text something is. Used for messages only.</summary>
public static class JsonPath
{
    /// <summary>The path of the value at a position, for example <c>$.days[2].high</c>.</summary>
    /// <param name="utf8">The JSON text; what follows the position need not be valid.</param>
    /// <param name="bytePosition">The index of a byte of the value.</param>
    public static string At(ReadOnlySpan<byte> utf8, long bytePosition)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return "$" + From(reader, bytePosition);
    }

    /// <summary>The path from the reader's current value, or from the start, to a position.</summary>
    internal static string From(Utf8JsonReader reader, long position)
    {
        var steps = new Stack<(string? Name, int Index)>();
        string? name = null;
        try
        {
            do
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString();
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        steps.Pop();
                        break;
                    case JsonTokenType.None:
                        continue;
                }
            }
            while (reader.TokenStartIndex < position && reader.Read());
        }
        catch (JsonException)
        {
        }

        return name ?? "";
    }

    internal static JsonException Locate(Exception exception, string message, ReadOnlySpan<byte> utf8, ref Utf8JsonReader reader)
    {
        var path = At(utf8, reader.TokenStartIndex);
        return new JsonException($"{message} at {path}", path, null, null, exception);
    }
}
