using System.Text;
using System.Text.Json;
using Utcp.Manuals.Model;

namespace Utcp.Http;

/// <summary>Bodies of media type application/x-www-form-urlencoded: objects (D9).</summary>
internal static class FormBody
{
    /// <summary>
    /// Encodes an object. Where no encoding says otherwise, arrays repeat their name and nested objects are compact JSON; null members are not sent.
    /// Members with an encoding follow its style (OpenAPI "Encoding Object"), or are JSON where it names a media type that is.
    /// </summary>
    /// <returns>Why the value cannot be encoded, or null.</returns>
    public static string? Write(ReadOnlySpan<byte> json, IReadOnlyList<PropertyEncoding> encodings, PooledBytes output)
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
            Member(ref text, name, json[start..(int)reader.BytesConsumed], PropertyEncodings.Find(encodings, name));
        }

        output.Write(text.Length == 0 ? default : text.Span[1..]);
        text.Release();
        return null;
    }

    private static void Member(ref UrlText text, string name, ReadOnlySpan<byte> json, PropertyEncoding? encoding)
    {
        if (encoding?.Style is { } style)
        {
            StyleWriter.Write(ref text, name, json, StyleForm.OfForm(style, encoding.Explode, encoding.AllowReserved));
            return;
        }

        if (PropertyEncodings.IsJson(encoding))
        {
            if (!json.SequenceEqual("null"u8))
            {
                Pair(ref text, name, Encoding.UTF8.GetString(json));
            }

            return;
        }

        using var values = new JsonScalars(json);
        while (values.Next())
        {
            Pair(ref text, name, values.Current);
        }
    }

    private static void Pair(ref UrlText text, string name, scoped ReadOnlySpan<char> value)
    {
        text.Append('&');
        Append(ref text, name);
        text.Append('=');
        Append(ref text, value);
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
