using System.Text.Json;

namespace Utcp.Http;

/// <summary>Bodies of media type application/x-www-form-urlencoded: flat objects (D9).</summary>
internal static class FormBody
{
    /// <summary>Encodes an object. Arrays repeat their name; nested objects are compact JSON; null members are not sent.</summary>
    /// <returns>Why the value cannot be encoded, or null.</returns>
    public static string? Write(ReadOnlySpan<byte> json, PooledBytes output)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return "a form needs an object";
        }

        var text = default(UrlText);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            using var values = new JsonScalars(json[start..(int)reader.BytesConsumed]);
            while (values.Next())
            {
                if (text.Length > 0)
                {
                    text.Append('&');
                }

                Append(ref text, name);
                text.Append('=');
                Append(ref text, values.Current);
            }
        }

        output.Write(text.Span);
        text.Release();
        return null;
    }

    /// <summary>Appends a name or value as forms encode it: percent-encoded, with + for a space.</summary>
    public static void Append(ref UrlText text, scoped ReadOnlySpan<char> value)
    {
        while (value.IndexOf(' ') is var space and >= 0)
        {
            text.AppendEscaped(value[..space]);
            text.Append('+');
            value = value[(space + 1)..];
        }

        text.AppendEscaped(value);
    }
}
