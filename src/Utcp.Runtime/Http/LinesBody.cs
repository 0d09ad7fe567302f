using System.Text.Json;

namespace Utcp.Http;

/// <summary>Bodies that are a sequence of JSON values: lines (NDJSON, JSON Lines), or values after record separators (RFC 7464).</summary>
internal static class LinesBody
{
    /// <summary>Encodes the elements of an array; any other value is a sequence of one.</summary>
    public static string? Write(ReadOnlySpan<byte> json, bool hasSeparators, PooledBytes output)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Item(json, hasSeparators, output);
            return null;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Item(json[start..(int)reader.BytesConsumed], hasSeparators, output);
        }

        return null;
    }

    private static void Item(ReadOnlySpan<byte> json, bool hasSeparators, PooledBytes output)
    {
        if (hasSeparators)
        {
            output.Write("\u001e"u8);
        }

        output.Write(json);
        output.Write("\n"u8);
    }
}
