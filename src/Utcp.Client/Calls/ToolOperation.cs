using Utcp.Generated;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Security;

namespace Utcp.Client.Calls;

/// <summary>Makes the runtime's form of a call template.</summary>
internal static class ToolOperation
{
    /// <summary>The operation of a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="call">Its template.</param>
    /// <param name="schemas">The schemas that the tool's references lead to.</param>
    /// <param name="name">The tool's full name.</param>
    /// <param name="trust">Where the template comes from.</param>
    public static HttpOperation Of(Tool tool, HttpFamilyCall call, SchemaSet schemas, string name, UrlTrust trust)
    {
        var sse = call as SseCall;
        return new HttpOperation(name, MethodOf(call), call.Url)
        {
            Security = HttpSecurity.Of(call),
            Headers = RequestMedia.WithAccept(call.Headers, tool),
            ContentType = RequestMedia.OfBody(tool, call, schemas),
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
}
