using System.Text;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Fills the next placeholder with a value in a media type (OpenAPI <c>content</c>), percent-encoded.</summary>
    /// <param name="name">The placeholder's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">The media type: JSON, where a string keeps its quotes; a form; or text.</param>
    /// <exception cref="UtcpArgumentException">The value is null or does not fit the media type, or as in <see cref="PathString"/>.</exception>
    public void PathContent<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
        => PathString(name, ContentOf<T, TCodec>(name, value, mediaType));

    /// <summary>Adds a value in a media type to the query (OpenAPI <c>content</c>), percent-encoded. Null is not sent. See <see cref="PathContent"/>.</summary>
    /// <exception cref="UtcpArgumentException">The value does not fit the media type.</exception>
    public void QueryContent<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
        => QueryString(name, ContentOf<T, TCodec>(name, value, mediaType));

    /// <summary>Sends a value in a media type as a header (OpenAPI <c>content</c>), as it is; characters outside ASCII are escaped where the media type is JSON. Null is not sent. See <see cref="PathContent"/>.</summary>
    /// <exception cref="UtcpArgumentException">The value does not fit the media type, or as in <see cref="HeaderString"/>.</exception>
    public void HeaderContent<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        var text = ContentOf<T, TCodec>(name, value, mediaType);
        HeaderString(name, text is not null && MediaTypes.IsJson(mediaType) ? AsciiJson(text) : text);
    }

    /// <summary>Sends a value in a media type as a cookie (OpenAPI <c>content</c>), percent-encoded. Null is not sent. See <see cref="PathContent"/>.</summary>
    /// <exception cref="UtcpArgumentException">The value does not fit the media type, or the name is no token.</exception>
    public void CookieContent<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
        => CookieString(name, ContentOf<T, TCodec>(name, value, mediaType) is { } text ? Uri.EscapeDataString(text) : null);

    /// <summary>Makes a value in a media type the whole query (OpenAPI 3.2, <c>in: querystring</c>): a form as it is, anything else percent-encoded. Null is not sent.</summary>
    /// <param name="name">The parameter's name, which is not sent.</param>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">The media type.</param>
    /// <exception cref="UtcpArgumentException">The value does not fit the media type.</exception>
    public void QueryStringContent<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        if (ContentOf<T, TCodec>(name, value, mediaType) is not { Length: > 0 } text || _failure is not null)
        {
            return;
        }

        var query = MediaTypes.FormatOf(mediaType) == BodyFormat.Form ? text : Uri.EscapeDataString(text);
        if (_nextPiece == _urlPlan.Pieces.Length)
        {
            StartQueryPart(ref _url);
            _url.Append(query);
        }
        else
        {
            _earlyQuery.Append('&');
            _earlyQuery.Append(query);
        }
    }

    private readonly string? ContentOf<T, TCodec>(string name, T? value, string mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null || json.WrittenSpan.SequenceEqual("null"u8))
        {
            return null;
        }

        var format = MediaTypes.FormatOf(mediaType);
        if (format == BodyFormat.Json)
        {
            return Encoding.UTF8.GetString(json.WrittenSpan);
        }

        var encoded = new PooledBytes();
        var reason = format switch
        {
            BodyFormat.Form => FormBody.Write(json.WrittenSpan, [], encoded),
            BodyFormat.Multipart => "parts need a body",
            _ => PlainBody.Write(json.WrittenSpan, false, MediaTypes.Text, encoded),
        };
        var text = Encoding.UTF8.GetString(encoded.Span);
        encoded.Release();
        return reason is null ? text : throw ArgumentFailure(name, $"cannot be sent as {MediaTypes.Essence(mediaType)}: {reason}");
    }

    private static string AsciiJson(string json)
    {
        if (Ascii.IsValid(json))
        {
            return json;
        }

        var text = new StringBuilder(json.Length + 16);
        foreach (var c in json)
        {
            // Outside of strings JSON is ASCII.
            _ = char.IsAscii(c) ? text.Append(c) : text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return text.ToString();
    }
}
