using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Security;

namespace Utcp.Client.Calls;

/// <summary>Makes the runtime's form of a call template.</summary>
internal static class ToolOperation
{
    public static HttpOperation Of(Tool tool, HttpFamilyCall call, string name, UrlTrust trust)
    {
        var sse = call as SseCall;
        return new HttpOperation(name, MethodOf(call), call.Url)
        {
            Security = HttpSecurity.Of(call),
            Headers = WithAccept(tool, call.Headers),
            ContentType = ContentType(tool, call),
            Encodings = tool.Body is { } body ? body.Contents[0].Encodings : BodyEncodings.OfFields(tool),
            Effects = (ToolEffects)tool.Effects,
            Timeout = call.Timeout,
            EventType = sse?.EventType,
            Reconnect = sse?.Reconnect ?? true,
            RetryTimeout = sse?.RetryTimeout ?? TimeSpan.FromSeconds(30),
            ChunkSize = (call as StreamableHttpCall)?.ChunkSize ?? 4096,
            Trust = trust,
        };
    }

    /// <summary>The request that fetches a manual (section 1.6).</summary>
    public static HttpOperation OfManual(HttpFamilyCall call, string name) => new(name, MethodOf(call), call.Url)
    {
        Auth = call.Auth,
        Headers = call.Headers,
        Timeout = call.Timeout,
    };

    private static string MethodOf(HttpFamilyCall call) => call switch
    {
        HttpCall http => http.Method,
        StreamableHttpCall streamable => streamable.Method,
        _ => "GET",
    };

    private static IReadOnlyList<KeyValuePair<string, string>> WithAccept(Tool tool, IReadOnlyList<KeyValuePair<string, string>> headers) =>
        tool.ResultMediaType is not { } type || headers.Any(header => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase))
            ? headers : [.. headers, new("Accept", type)];

    // A media type that takes bytes only is the default of streamable_http templates. A body that is no bytes can only be meant as JSON.
    private static string ContentType(Tool tool, HttpFamilyCall call)
    {
        const string Json = "application/json";
        const string Bytes = "application/octet-stream";
        return call switch
        {
            HttpCall http => http.ContentType,
            StreamableHttpCall { ContentType: not Bytes } streamable => streamable.ContentType,
            StreamableHttpCall when tool.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Body) is not { } body || body.Schema is TextSchema or AnySchema => Bytes,
            _ => Json,
        };
    }
}
