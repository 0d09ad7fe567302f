using System.Security.Cryptography;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>Bodies of media type multipart/form-data (RFC 7578): one part per member (D9).</summary>
internal static class MultipartBody
{
    /// <summary>Encodes an object. Arrays repeat their name; nested objects become parts of media type application/json; null members are not sent.</summary>
    /// <returns>Why the value cannot be encoded, or null.</returns>
    public static string? Write(ReadOnlySpan<byte> json, PooledBytes output, ref string contentType)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return "multipart needs an object";
        }

        // Random, because a value that held the boundary could add parts of its own.
        var boundary = "utcp-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        contentType = MediaTypes.Essence(contentType).ToString() + "; boundary=" + boundary;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Escape(reader.GetString()!);
            reader.Read();
            var isObject = reader.TokenType == JsonTokenType.StartObject;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            using var values = new JsonScalars(json[start..(int)reader.BytesConsumed]);
            while (values.Next())
            {
                output.Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n");
                output.Write(isObject ? "Content-Type: application/json\r\n\r\n" : "\r\n");
                output.Write(values.Current);
                output.Write("\r\n"u8);
            }
        }

        output.Write($"--{boundary}--\r\n");
        return null;
    }

    // As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm").
    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
