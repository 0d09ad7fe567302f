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
    /// <param name="headers">The headers of the template, with what is asked for.</param>
    /// <param name="registered">The tool as registered.</param>
    /// <param name="trust">Where the template comes from.</param>
    public static HttpOperation Of(Tool tool, HttpFamilyCall call, IReadOnlyList<KeyValuePair<string, string>> headers, RegisteredTool registered, UrlTrust trust)
    {
        var sse = call as SseCall;
        return new HttpOperation(registered.Name, MethodOf(call), call.Url)
        {
            ServerVariables = [.. tool.Variables.Where(variable => variable.Default is not null).Select(variable => new ServerVariable(variable.Name, variable.Default!, [.. variable.Values]))],
            Security = HttpSecurity.Of(call),
            Headers = headers,
            ContentType = RequestMedia.OfBody(tool, call, registered.Schemas),
            Encodings = tool.Body is { } body ? body.Contents[0].Encodings : BodyEncodings.OfFields(tool),
            Effects = (ToolEffects)tool.Effects,
            Timeout = call.Timeout,
            EventType = sse?.EventType,
            Reconnect = sse?.Reconnect ?? true,
            RetryTimeout = sse?.RetryTimeout ?? TimeSpan.FromSeconds(30),
            HasTypedItems = IsTyped(tool.StreamContent is { } stream ? stream.Schema : tool.Result, registered.Schemas),
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

    // Whether no value is text.
    private static bool IsTyped(Schema? schema, SchemaSet schemas, int depth = 0) => (schema is ReferenceSchema reference ? schemas.Resolve(reference).Schema : schema) switch
    {
        UnionSchema union => depth < 8 && union.Cases.All(item => IsTyped(item, schemas, depth + 1)),
        var found => found is ObjectSchema or ArraySchema or NumberSchema or BooleanSchema,
    };

    private static string MethodOf(HttpFamilyCall call) => call switch
    {
        HttpCall http => http.Method,
        StreamableHttpCall streamable => streamable.Method,
        _ => "GET",
    };
}
