using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Utcp.Http;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Reads a whole stream for callers that want one result.</summary>
internal static class StreamCollector
{
    /// <summary>Events and lines as an array; bytes and text, which come in pieces, as one string; a JSON document as it is. Nothing is dropped (D29).</summary>
    /// <exception cref="UtcpResponseTooLargeException">The items have more bytes than an answer may have.</exception>
    public static async Task<JsonElement> CollectAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var capture = call.Options?.Response ?? new UtcpResponseCapture();
        call = call with { Options = Limited(call, capture) };
        var limit = call.Manual.Channel.MaxResponseBytes;
        var items = new List<JsonElement>();
        long bytes = 0;
        await foreach (var item in HttpCalls.Stream(call, cancellationToken).ConfigureAwait(false))
        {
            bytes += JsonMarshal.GetRawUtf8Value(item).Length;
            if (bytes > limit)
            {
                throw new UtcpResponseTooLargeException($"{call.Tool.Name}: the items have more than {limit} bytes together. Call the tool as a stream.", call.Tool.Name, limit);
            }

            items.Add(item);
        }

        var type = capture.Headers.TryGetValue("Content-Type", out var types) && types.Count > 0 ? types[0] : null;
        return type is null || MediaTypes.IsJsonLines(type) || MediaTypes.IsJsonSequence(type) || MediaTypes.IsEventStream(type) ? Array(items)
            : MediaTypes.IsJson(type) ? items.Count == 0 ? Null() : items[0]
            : MediaTypes.IsText(type) ? Text(items)
            : Bytes(items);
    }

    // Who waits for one result waits no longer than for any other call.
    private static UtcpCallOptions Limited(in ToolCall call, UtcpResponseCapture capture) => new()
    {
        Timeout = call.Options?.Timeout ?? (call.Tool.Definition.Call as HttpFamilyCall)?.Timeout ?? call.Manual.Channel.Timeout,
        Headers = call.Options?.Headers ?? new Dictionary<string, string>(),
        Variables = call.Options?.Variables ?? new Dictionary<string, string>(),
        Files = call.Options?.Files ?? new Dictionary<string, UtcpFile>(),
        Response = capture,
    };

    private static JsonElement Array(List<JsonElement> items) => JsonElements.Build(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    });

    private static JsonElement Null() => JsonElements.Build(static writer => writer.WriteNullValue());

    private static JsonElement Text(List<JsonElement> items) => JsonElements.Build(writer => writer.WriteStringValue(string.Concat(items.Select(item => item.GetString()))));

    private static JsonElement Bytes(List<JsonElement> items)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var item in items)
        {
            bytes.Write(item.GetBytesFromBase64());
        }

        return JsonElements.Build(writer => writer.WriteBase64StringValue(bytes.WrittenSpan));
    }
}
