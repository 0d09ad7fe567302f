using Utcp.Manuals.Json;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>A tool of a UTCP manual as it is written; one in the v0.x form as if migrated.</summary>
internal sealed class ReviewedTool
{
    private ReviewedTool(JsonValue value)
    {
        Value = value;
        Template = value["tool_call_template"] is { IsObject: true } template ? template : null;
    }

    /// <summary>The tool.</summary>
    public JsonValue Value { get; }

    /// <summary>Its name, or null.</summary>
    public JsonValue? Name => Text(Value, "name");

    /// <summary>Its call template, or null.</summary>
    public JsonValue? Template { get; }

    /// <summary>The type of the template, or "".</summary>
    public string Type => Template is null ? "" : Text(Template, "call_template_type")?.Text ?? "";

    /// <summary>Whether the call is one that this library can make.</summary>
    public bool IsCallable => Type is "http" or "sse" or "streamable_http" or "websocket";

    /// <summary>Where the call goes, or null.</summary>
    public ReviewedUrl? Url => Text(Template, "url") is { Text.Length: > 0 } url ? new ReviewedUrl(url, Use) : null;

    /// <summary>All URLs of the template.</summary>
    public IEnumerable<ReviewedUrl> Urls
    {
        get
        {
            if (!IsCallable)
            {
                return OtherUrls(Template, 0);
            }

            var discovery = Text(Template, "discovery_url") is { Text.Length: > 0 } url ? new ReviewedUrl(url, UrlUse.Http) : null;
            return new[] { Url, discovery }.OfType<ReviewedUrl>().Concat(TokenUrls);
        }
    }

    /// <summary>Where client secrets go.</summary>
    public IEnumerable<ReviewedUrl> TokenUrls => Auths.Select(auth => Text(auth, "token_url")).OfType<JsonValue>().Where(url => url.Text.Length > 0).Select(url => new ReviewedUrl(url, UrlUse.Http));

    /// <summary>The authentication objects: of the call, and of calls that a document brings.</summary>
    public IEnumerable<JsonValue> Auths => new[] { Template?["auth"], Template?["auth_tools"] }.OfType<JsonValue>().Where(auth => auth.IsObject);

    /// <summary>The token URL in the object that holds a client secret, or null.</summary>
    public ReviewedUrl? TokenUrlBeside(JsonValue secret) =>
        Auths.Where(auth => ReferenceEquals(auth["client_secret"], secret)).Select(auth => Text(auth, "token_url")).FirstOrDefault() is { Text.Length: > 0 } url ? new ReviewedUrl(url, UrlUse.Http) : null;

    /// <summary>The static headers.</summary>
    public IReadOnlyList<JsonMember> Headers => Template?["headers"]?.Members ?? [];

    private UrlUse Use => Type == "websocket" ? UrlUse.WebSocket : UrlUse.Http;

    /// <summary>The tools of a manual.</summary>
    public static IEnumerable<ReviewedTool> Of(JsonValue root) =>
        (root["tools"]?.Items ?? []).Where(item => item.IsObject).Take(UtcpManualReader.MaxTools).Select(item => new ReviewedTool(LegacyForm.IsLegacy(item) ? LegacyForm.Migrate(item) : item));

    // Other libraries call these, with fields that only they know.
    private static IEnumerable<ReviewedUrl> OtherUrls(JsonValue? owner, int depth)
    {
        foreach (var member in depth > 8 ? [] : owner?.Members ?? [])
        {
            if (member is { Name: "url" or "token_url", Value.IsString: true } && member.Value.Text.IndexOf("://", StringComparison.Ordinal) is > 0 and var colon
                && member.Value.Text.Substring(0, colon) is "http" or "https" or "ws" or "wss")
            {
                yield return new ReviewedUrl(member.Value, member.Value.Text[0] == 'w' ? UrlUse.WebSocket : UrlUse.Http);
            }

            foreach (var url in OtherUrls(member.Value, depth + 1))
            {
                yield return url;
            }
        }
    }

    /// <summary>A member that is a string, or null.</summary>
    public static JsonValue? Text(JsonValue? owner, string name) => owner?[name] is { IsString: true } text ? text : null;
}
