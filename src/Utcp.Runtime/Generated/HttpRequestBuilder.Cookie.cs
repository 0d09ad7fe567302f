using System.Globalization;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Sends an argument as a cookie (D17, D38).</summary>
    /// <param name="name">The cookie's name, a token.</param>
    /// <param name="value">The value. Null is not sent.</param>
    /// <exception cref="UtcpArgumentException">The name or the value has characters that cookies cannot have, such as <c>;</c>, <c>,</c>, quotes or spaces.</exception>
    public void CookieString(string name, string? value)
    {
        if (value is not null)
        {
            CookieText(name, value);
        }
    }

    /// <summary>Sends an argument as a cookie; see <see cref="CookieString"/>.</summary>
    public void CookieBoolean(string name, bool? value) => CookieString(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Sends an argument as a cookie; see <see cref="CookieString"/>.</summary>
    public void CookieInt32(string name, int? value) => CookieString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends an argument as a cookie; see <see cref="CookieString"/>.</summary>
    public void CookieInt64(string name, long? value) => CookieString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends an argument as a cookie; see <see cref="CookieString"/>. The value must be finite.</summary>
    public void CookieDouble(string name, double? value)
    {
        if (value is { } given)
        {
            Span<char> text = stackalloc char[32];
            CookieText(name, text[..Format(name, given, text)]);
        }
    }

    /// <summary>Sends an argument as a cookie; see <see cref="CookieString"/>.</summary>
    public void CookieDecimal(string name, decimal? value) => CookieString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends any value as a cookie. Arrays of more than one element and objects are refused, as cookies have neither commas nor quotes. Null is not sent.</summary>
    /// <exception cref="UtcpArgumentException">As in <see cref="CookieString"/>.</exception>
    public void CookieValue<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null)
        {
            return;
        }

        using var texts = new JsonScalars(json.WrittenSpan);
        if (!texts.Next())
        {
            return;
        }

        CookieText(name, texts.Current);
        if (texts.Next())
        {
            throw ArgumentFailure(name, "cannot be sent as a cookie: it has more than one element");
        }
    }

    private void CookieText(string name, scoped ReadOnlySpan<char> value)
    {
        if (!RequestHeaderRules.IsName(name) || !CookieRules.IsValue(value))
        {
            throw ArgumentFailure(name, "cannot be sent as a cookie: it has a character that cookies cannot have");
        }

        AppendCookie(name, value);
    }

    /// <summary>Removes what arguments put into the cookies under the name of the API key.</summary>
    private void RemoveCookie(string name)
    {
        for (var start = 0; start < _cookies.Length;)
        {
            var part = _cookies.Span[start..];
            var length = part.IndexOf("; ") is var end and >= 0 ? end + 2 : part.Length;
            if (part.Length > name.Length && part[name.Length] == '=' && part.StartsWith(name, StringComparison.Ordinal))
            {
                _cookies.Remove(start, length);
            }
            else
            {
                start += length;
            }
        }

        if (_cookies.Span is [.., ';', ' '])
        {
            _cookies.Remove(_cookies.Length - 2, 2);
        }
    }

    private void AppendCookie(string name, scoped ReadOnlySpan<char> value)
    {
        if (_cookies.Length > 0)
        {
            _cookies.Append("; ");
        }

        _cookies.Append(name);
        _cookies.Append('=');
        _cookies.Append(value);
    }
}
