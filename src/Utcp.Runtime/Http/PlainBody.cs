using System.Text;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>Bodies that are text or bytes as they are (D9).</summary>
internal static class PlainBody
{
    /// <summary>Encodes a string, number or boolean as text in the charset of the media type, or bytes from their JSON form.</summary>
    /// <returns>Why the value cannot be encoded, or null.</returns>
    public static string? Write(ReadOnlySpan<byte> json, bool isBase64, string contentType, PooledBytes output)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return "it needs text or bytes, not an object or array";
        }

        if (isBase64)
        {
            if (!reader.TryGetBytesFromBase64(out var bytes))
            {
                return "it is not base64";
            }

            output.Write(bytes);
            return null;
        }

        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        if (ResponseText.ByCharset(MediaTypes.Parameter(contentType, "charset")) is not { } encoding)
        {
            return "its charset is unknown";
        }

        if (encoding is UTF8Encoding)
        {
            output.Write(text.AsSpan());
        }
        else
        {
            output.Write(encoding.GetBytes(text));
        }

        return null;
    }
}
