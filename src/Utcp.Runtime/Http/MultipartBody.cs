using System.Security.Cryptography;
using System.Text.Json;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Http;

/// <summary>
/// Bodies of media type <c>multipart/*</c> (RFC 2046, RFC 7578): one part per member of an object, or per element of an array where parts have no names. Every part but those of an array
/// has its name in a <c>Content-Disposition: form-data</c>.
/// </summary>
internal ref struct MultipartBody
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly IReadOnlyList<PlacedFile> _files;
    private readonly PooledBytes _output;
    private readonly string _boundary;
    private readonly List<PlacedFile> _placed;
    private int _nextFile;
    private string? _reason;

    private MultipartBody(ReadOnlySpan<byte> json, IReadOnlyList<PlacedFile>? files, PooledBytes output, string boundary)
    {
        _json = json;
        _files = files ?? [];
        _output = output;
        _boundary = boundary;
        _placed = [];
    }

    /// <summary>
    /// Encodes a value. Where no encoding says otherwise, arrays repeat their name, nested objects are parts of media type <c>application/json</c>, and null members are not sent.
    /// </summary>
    /// <param name="json">The value.</param>
    /// <param name="files">The files whose places are in the value, in order, or null.</param>
    /// <param name="encodings">How members are written.</param>
    /// <param name="contentType">The media type; it gets its boundary.</param>
    /// <param name="output">Where the bytes around the files go.</param>
    /// <param name="placed">The files, each with its position in the output.</param>
    /// <returns>Why the value cannot be encoded, or null.</returns>
    public static string? Write(ReadOnlySpan<byte> json, IReadOnlyList<PlacedFile>? files, IReadOnlyList<PropertyEncoding> encodings, ref string contentType, PooledBytes output, out List<PlacedFile> placed)
    {
        // Random, because a value that held the boundary could add parts of its own.
        var body = new MultipartBody(json, files, output, "utcp-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var isForm = MediaTypes.Essence(contentType).Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        contentType = MediaTypes.Essence(contentType).ToString() + "; boundary=" + body._boundary;
        placed = body._placed;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                body.Member(ref reader, name, PropertyEncodings.Find(encodings, name));
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && !isForm)
        {
            body.Member(ref reader, null, null);
        }
        else
        {
            return "multipart needs an object";
        }

        output.Write($"--{body._boundary}--\r\n");
        return body._reason;
    }

    private void Member(ref Utf8JsonReader reader, string? name, PropertyEncoding? encoding)
    {
        var start = (int)reader.TokenStartIndex;
        var isWhole = PropertyEncodings.IsJson(encoding);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var end = reader;
        end.Skip();
        var hasFile = HasFile(end.BytesConsumed);
        if (reader.TokenType == JsonTokenType.StartArray && !isWhole && (hasFile || encoding?.Style is null))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Value(ref reader, name, encoding);
            }

            return;
        }

        if (encoding?.Style is { } style && !hasFile)
        {
            reader = end;
            Styled(name!, _json[start..(int)reader.BytesConsumed], style, encoding);
            return;
        }

        Value(ref reader, name, encoding);
    }

    private void Value(ref Utf8JsonReader reader, string? name, PropertyEncoding? encoding)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var start = (int)reader.TokenStartIndex;
        if (HasFile(start + 1) && reader.TokenType == JsonTokenType.String)
        {
            File(name, _files[_nextFile++].File, encoding);
            return;
        }

        var isJson = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || PropertyEncodings.IsJson(encoding);
        reader.Skip();
        if (HasFile(reader.BytesConsumed))
        {
            _reason = "a file cannot be inside of an object that is JSON";
            return;
        }

        var json = _json[start..(int)reader.BytesConsumed];
        Head(name, null, isJson ? encoding?.ContentType is { } type && PropertyEncodings.IsJson(encoding) ? type : MediaTypes.Json : PropertyEncodings.Concrete(encoding));
        if (isJson)
        {
            _output.Write(json);
        }
        else
        {
            using var texts = new JsonScalars(json);
            texts.Next();
            _output.Write(texts.Current);
        }

        _output.Write("\r\n"u8);
    }

    private void File(string? name, UtcpFile file, PropertyEncoding? encoding)
    {
        Head(name, file.FileName ?? name ?? "file", file.MediaType ?? PropertyEncodings.Concrete(encoding) ?? MediaTypes.Bytes);
        _placed.Add(new(_output.Span.Length, file));
        _output.Write("\r\n"u8);
    }

    // The pairs of a form, taken apart again: parts are not percent-encoded.
    private readonly void Styled(string name, ReadOnlySpan<byte> json, ParameterStyle style, PropertyEncoding encoding)
    {
        var pairs = default(UrlText);
        StyleWriter.Write(ref pairs, name, json, StyleForm.OfQuery(style, encoding.Explode, allowReserved: false));
        for (var rest = pairs.Span; !rest.IsEmpty;)
        {
            rest = rest[1..];
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            var equals = pair.IndexOf('=');
            Head(Uri.UnescapeDataString(pair[..equals]), null, PropertyEncodings.Concrete(encoding));
            _output.Write(Uri.UnescapeDataString(pair[(equals + 1)..]).AsSpan());
            _output.Write("\r\n"u8);
            rest = end < 0 ? default : rest[end..];
        }

        pairs.Release();
    }

    private readonly void Head(string? name, string? fileName, string? contentType)
    {
        _output.Write($"--{_boundary}\r\n");
        if (name is not null)
        {
            _output.Write($"Content-Disposition: form-data; name=\"{Escape(name)}\"{(string.IsNullOrEmpty(fileName) ? "" : $"; filename=\"{Escape(fileName)}\"")}\r\n");
        }

        _output.Write(contentType is null ? "\r\n" : $"Content-Type: {contentType}\r\n\r\n");
    }

    /// <summary>Whether the next file has its place before a position.</summary>
    private readonly bool HasFile(long position) => _nextFile < _files.Count && _files[_nextFile].Position < position;

    // As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm").
    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
