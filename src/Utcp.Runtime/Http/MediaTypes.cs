namespace Utcp.Http;

/// <summary>Questions about media types (RFC 9110, section 8.3.1), asked of header values without parsing them into objects.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Text = "text/plain";
    public const string Bytes = "application/octet-stream";
    public const string EventStream = "text/event-stream";

    /// <summary>A header value without parameters.</summary>
    public static ReadOnlySpan<char> Essence(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    /// <summary>Whether text is a media type that can be sent; not a range.</summary>
    public static bool IsValid(string contentType)
    {
        var essence = Essence(contentType).ToString();
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && RequestHeaderRules.IsName(essence[..slash]) && RequestHeaderRules.IsName(essence[(slash + 1)..]) && !IsRange(essence) && RequestHeaderRules.WhyUnfit(contentType) is null;
    }

    /// <summary>Whether a media type stands for many, such as <c>image/*</c>.</summary>
    public static bool IsRange(ReadOnlySpan<char> contentType) => Essence(contentType).Contains('*');

    public static bool IsJson(ReadOnlySpan<char> contentType)
    {
        var essence = Essence(contentType);
        return essence.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("/json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the bytes are lines of JSON.</summary>
    public static bool IsJsonLines(ReadOnlySpan<char> contentType)
    {
        var essence = Essence(contentType);
        return essence.EndsWith("ndjson", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("jsonl", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("jsonlines", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("json-lines", StringComparison.OrdinalIgnoreCase)
            || essence.Equals("application/stream+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the bytes are JSON texts after record separators (RFC 7464).</summary>
    public static bool IsJsonSequence(ReadOnlySpan<char> contentType) => Essence(contentType).EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);

    public static bool IsEventStream(ReadOnlySpan<char> contentType) => Essence(contentType).Equals(EventStream, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the bytes are characters that a person could read.</summary>
    public static bool IsText(ReadOnlySpan<char> contentType)
    {
        var essence = Essence(contentType);
        return essence.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("/xml", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("yaml", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("/javascript", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("ndjson", StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("/jsonl", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the bytes are surely no characters.</summary>
    public static bool IsBinary(ReadOnlySpan<char> contentType)
    {
        var essence = Essence(contentType);
        return essence.Equals(Bytes, StringComparison.OrdinalIgnoreCase)
            || essence.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || essence.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
            || essence.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || essence.StartsWith("font/", StringComparison.OrdinalIgnoreCase);
    }

    public static BodyFormat FormatOf(ReadOnlySpan<char> contentType)
    {
        var essence = Essence(contentType);
        return IsJsonLines(essence) ? BodyFormat.JsonLines
            : IsJson(essence) ? BodyFormat.Json
            : essence.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyFormat.Form
            : essence.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? BodyFormat.Multipart
            : essence.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase) ? BodyFormat.JsonSequence
            : essence.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? BodyFormat.Text
            : BodyFormat.Raw;
    }

    /// <summary>A parameter of a header value without quotes, or an empty span.</summary>
    public static ReadOnlySpan<char> Parameter(ReadOnlySpan<char> contentType, string name)
    {
        for (var rest = contentType; rest.IndexOf(';') is var at and >= 0;)
        {
            rest = rest[(at + 1)..].TrimStart();
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest[name.Length..].TrimStart() is ['=', .. var value])
            {
                var end = value.IndexOf(';');
                return (end < 0 ? value : value[..end]).Trim().Trim('"');
            }
        }

        return default;
    }
}
