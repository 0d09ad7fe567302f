using System.Globalization;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Sends an argument as a header, in place of a static header of the same name (D8).</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value: ASCII without control characters. Null is not sent.</param>
    /// <exception cref="UtcpArgumentException">The name or the value cannot be sent, or only the transport or the tool's authentication may set the header.</exception>
    public void HeaderString(string name, string? value)
    {
        if (value is not null)
        {
            HeaderText(name, value);
        }
    }

    /// <summary>Sends an argument as a header; see <see cref="HeaderString"/>.</summary>
    public void HeaderBoolean(string name, bool? value) => HeaderString(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Sends an argument as a header; see <see cref="HeaderString"/>.</summary>
    public void HeaderInt32(string name, int? value) => HeaderString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends an argument as a header; see <see cref="HeaderString"/>.</summary>
    public void HeaderInt64(string name, long? value) => HeaderString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends an argument as a header; see <see cref="HeaderString"/>. The value must be finite.</summary>
    public void HeaderDouble(string name, double? value)
    {
        if (value is { } given)
        {
            Span<char> text = stackalloc char[32];
            HeaderText(name, text[..Format(name, given, text)].ToString());
        }
    }

    /// <summary>Sends an argument as a header; see <see cref="HeaderString"/>.</summary>
    public void HeaderDecimal(string name, decimal? value) => HeaderString(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends any value as a header: the elements of an array are joined by commas, an object is compact JSON (D7). Null and empty arrays are not sent.</summary>
    /// <exception cref="UtcpArgumentException">As in <see cref="HeaderString"/>.</exception>
    public void HeaderValue<T, TCodec>(string name, T? value)
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

        var text = texts.Current.ToString();
        while (texts.Next())
        {
            text = string.Concat(text, ",", texts.Current);
        }

        HeaderText(name, text);
    }

    private void HeaderText(string name, string value)
    {
        if (!RequestHeaderRules.IsName(name))
        {
            throw ArgumentFailure(name, "is no valid header name");
        }

        if (RequestHeaderRules.WhyUnfit(value) is { } reason)
        {
            throw ArgumentFailure(name, "cannot be sent as a header: " + reason);
        }

        if (RequestHeaderRules.IsConnection(name) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            throw ArgumentFailure(name, "cannot be sent: arguments may not set this header");
        }

        if (_failure is not null)
        {
            return;
        }

        if (IsAuthHeader(name))
        {
            throw ArgumentFailure(name, "cannot be sent: the tool's authentication sets this header");
        }

        if (RequestHeaderRules.IsContent(name))
        {
            AddContentHeader(name, value);
        }
        else
        {
            _request.Headers.Remove(name);
            _request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private readonly bool IsAuthHeader(string name)
    {
        try
        {
            foreach (var plan in _plan.Security?.Choose(Scope) ?? [])
            {
                if (name.Equals(plan.HeaderName(Scope), StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }
        catch (UtcpException)
        {
            // The send says so.
        }

        return false;
    }

    private void AddContentHeader(string name, string value)
    {
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            _contentTypeArgument = value;
        }
        else
        {
            (_contentHeaders ??= []).Add(new(name, value));
        }
    }
}
