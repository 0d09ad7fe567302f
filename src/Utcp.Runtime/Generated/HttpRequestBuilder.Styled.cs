using Utcp.Http;
using Utcp.Json;
using Utcp.Manuals.Model;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Fills the next placeholder by an OpenAPI style ("Style Values"): <c>simple</c>, <c>label</c> or <c>matrix</c>.</summary>
    /// <param name="name">The placeholder's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each element of an array or object becomes a value of its own.</param>
    /// <param name="allowReserved">Whether reserved characters (RFC 3986, section 2.2) other than <c>/ ? # [ ]</c> stay as they are; style <c>simple</c> only.</param>
    /// <exception cref="UtcpArgumentException">The value is null or has no elements, or as in <see cref="PathString"/>.</exception>
    public void PathStyled<T, TCodec>(string name, T? value, ParameterStyle style, bool explode = false, bool allowReserved = false)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null || json.WrittenSpan.SequenceEqual("null"u8))
        {
            ThrowMissing(name);
            return;
        }

        if (TakePlaceholder(name))
        {
            StyleWriter.Write(ref _url, name, json.WrittenSpan, StyleForm.OfPath(style, explode, allowReserved));
            EndPlaceholder(name);
        }
    }

    /// <summary>
    /// Adds an argument to the query by an OpenAPI style ("Style Values"): <c>form</c>, <c>spaceDelimited</c>, <c>pipeDelimited</c> or <c>deepObject</c>. Null, null elements,
    /// and arrays and objects without elements are not sent. In <c>deepObject</c> brackets nest, and elements of arrays have their index: <c>a[b][0]=1</c>.
    /// </summary>
    /// <param name="name">The argument's name; percent-encoded here.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each element of an array or object becomes a pair of its own.</param>
    /// <param name="allowReserved">Whether reserved characters (RFC 3986, section 2.2) other than <c># [ ] &amp; + =</c>, and percent-encoded triplets, stay as they are.</param>
    /// <exception cref="UtcpArgumentException">The value has no JSON form.</exception>
    public void QueryStyled<T, TCodec>(string name, T? value, ParameterStyle style, bool explode = false, bool allowReserved = false)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null || _failure is not null)
        {
            return;
        }

        var form = StyleForm.OfQuery(style, explode, allowReserved);
        if (_nextPiece == _urlPlan.Pieces.Length)
        {
            var start = _url.Length;
            StyleWriter.Write(ref _url, name, json.WrittenSpan, form);
            JoinQuery(start);
        }
        else
        {
            StyleWriter.Write(ref _earlyQuery, name, json.WrittenSpan, form);
        }
    }

    /// <summary>Sends an argument as a header in the OpenAPI style <c>simple</c>. Nothing is percent-encoded, as headers are no URLs. Null, and arrays and objects without elements are not sent.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">The style; the other ones with a delimiter are those of Swagger 2.0.</param>
    /// <param name="explode">Whether members of an object are written as <c>name=value</c>.</param>
    /// <exception cref="UtcpArgumentException">As in <see cref="HeaderString"/>.</exception>
    public void HeaderStyled<T, TCodec>(string name, T? value, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null)
        {
            return;
        }

        var text = default(UrlText);
        StyleWriter.Write(ref text, name, json.WrittenSpan, StyleForm.OfHeader(style, explode));
        var header = text.Span.ToString();
        text.Release();
        if (header.Length > 0 || json.WrittenSpan.SequenceEqual("\"\""u8))
        {
            HeaderText(name, header);
        }
    }

    /// <summary>
    /// Sends an argument as cookies in the OpenAPI styles <c>form</c>, percent-encoded, or <c>cookie</c>, as it is. With explode each element is a cookie of its own, for both styles:
    /// the <c>&amp;</c> of the style <c>form</c> would be part of a cookie's value.
    /// </summary>
    /// <param name="name">The cookie's name, a token.</param>
    /// <param name="value">The value. Null, and arrays and objects without elements are not sent.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each element of an array or object becomes a cookie of its own.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are where cookies can have them.</param>
    /// <exception cref="UtcpArgumentException">A name is no token, or the value has characters that cookies cannot have, such as <c>;</c>, quotes or spaces.</exception>
    public void CookieStyled<T, TCodec>(string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = false, bool allowReserved = false)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null)
        {
            return;
        }

        var text = default(UrlText);
        var isFit = StyleWriter.Write(ref text, name, json.WrittenSpan, StyleForm.OfCookie(style, explode, allowReserved)) && RequestHeaderRules.IsName(name);
        if (text.Length > 0)
        {
            _cookies.Append(text.Span[(_cookies.Length == 0 ? 2 : 0)..]);
        }

        text.Release();
        if (!isFit)
        {
            throw ArgumentFailure(name, "cannot be sent as a cookie: it has a character that cookies cannot have");
        }
    }

    /// <summary>Makes pairs that were appended with <c>&amp;</c> before each a part of the query.</summary>
    private void JoinQuery(int start)
    {
        if (_url.Length == start)
        {
            return;
        }

        if (!_hasQuery)
        {
            _url.Replace(start, '?');
            _hasQuery = true;
        }
        else if (_url[start - 1] is '?' or '&')
        {
            _url.Remove(start, 1);
        }
    }
}
