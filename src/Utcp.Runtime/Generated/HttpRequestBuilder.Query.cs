using System.Globalization;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Adds an argument to the query, after what the template has there (D7). An API key of the same name replaces it when the request is sent (case 67).</summary>
    /// <param name="name">The argument's name; percent-encoded here.</param>
    /// <param name="value">The value; percent-encoded here. Null is not sent.</param>
    public void QueryString(string name, string? value)
    {
        if (value is not null)
        {
            QueryText(name, value);
        }
    }

    /// <summary>Adds an argument to the query; see <see cref="QueryString"/>.</summary>
    public void QueryBoolean(string name, bool? value)
    {
        if (value is { } given)
        {
            QueryText(name, given ? "true" : "false");
        }
    }

    /// <summary>Adds an argument to the query; see <see cref="QueryString"/>.</summary>
    public void QueryInt32(string name, int? value) => QueryInt64(name, value);

    /// <summary>Adds an argument to the query; see <see cref="QueryString"/>.</summary>
    public void QueryInt64(string name, long? value)
    {
        if (value is { } given)
        {
            Span<char> text = stackalloc char[24];
            given.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            QueryText(name, text[..length]);
        }
    }

    /// <summary>Adds an argument to the query; see <see cref="QueryString"/>.</summary>
    /// <exception cref="UtcpArgumentException">The value is not finite.</exception>
    public void QueryDouble(string name, double? value)
    {
        if (value is { } given)
        {
            Span<char> text = stackalloc char[32];
            QueryText(name, text[..Format(name, given, text)]);
        }
    }

    /// <summary>Adds an argument to the query; see <see cref="QueryString"/>.</summary>
    public void QueryDecimal(string name, decimal? value)
    {
        if (value is { } given)
        {
            Span<char> text = stackalloc char[32];
            given.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            QueryText(name, text[..length]);
        }
    }

    /// <summary>Adds any value to the query: an array once for each element, an object as compact JSON; null, null elements and empty arrays are not sent (D7).</summary>
    /// <exception cref="UtcpArgumentException">The value has no JSON form.</exception>
    public void QueryValue<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null)
        {
            return;
        }

        using var texts = new JsonScalars(json.WrittenSpan);
        while (texts.Next())
        {
            QueryText(name, texts.Current);
        }
    }

    private readonly JsonOutput? JsonOf<T, TCodec>(string name, T? value, bool keepFiles = false)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return null;
        }

        var json = JsonOutput.Rent();
        if (keepFiles)
        {
            json.KeepFiles();
        }

        try
        {
            TCodec.Write(json, value);
            return json;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.Text.Json.JsonException or NotSupportedException)
        {
            throw ArgumentFailure(name, "has no JSON form", e);
        }
    }

    private void QueryText(string name, scoped ReadOnlySpan<char> text)
    {
        if (_failure is not null)
        {
            return;
        }

        if (_nextPiece == _urlPlan.Pieces.Length)
        {
            StartQueryPart(ref _url);
            AppendPair(ref _url, name, text);
        }
        else
        {
            _earlyQuery.Append('&');
            AppendPair(ref _earlyQuery, name, text);
        }
    }

    private static void AppendPair(ref UrlText url, string name, scoped ReadOnlySpan<char> text)
    {
        url.AppendEscaped(name);
        url.Append('=');
        url.AppendEscaped(text);
    }
}
