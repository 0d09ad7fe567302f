using System.Runtime.InteropServices;
using System.Text.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Reads a whole stream for callers that want one result.</summary>
internal static class StreamCollector
{
    /// <summary>The items as an array. Bytes of a <c>streamable_http</c> tool are joined (section 2.9); nothing is dropped where items differ (D29).</summary>
    /// <exception cref="UtcpResponseTooLargeException">The items have more bytes than an answer may have.</exception>
    public static async Task<JsonElement> CollectAsync(IAsyncEnumerable<JsonElement> items, ToolCall call, CancellationToken cancellationToken)
    {
        var limit = call.Manual.Channel.MaxResponseBytes;
        var all = new List<JsonElement>();
        long bytes = 0;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bytes += JsonMarshal.GetRawUtf8Value(item).Length;
            if (bytes > limit)
            {
                throw new UtcpResponseTooLargeException($"{call.Tool.Name}: the items have more than {limit} bytes together. Call the tool as a stream.", call.Tool.Name, limit);
            }

            all.Add(item);
        }

        return JsonElements.Build(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in all)
            {
                item.WriteTo(writer);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Options under which a stream ends: who waits for one result waits no longer than for any other call.</summary>
    public static UtcpCallOptions? Limited(in ToolCall call) =>
        call.Options?.Timeout is not null || (call.Tool.Definition.Call as HttpFamilyCall)?.Timeout is not null ? call.Options
        : new UtcpCallOptions
        {
            Timeout = call.Manual.Channel.Timeout,
            Headers = call.Options?.Headers ?? new Dictionary<string, string>(),
            Variables = call.Options?.Variables ?? new Dictionary<string, string>(),
            Response = call.Options?.Response,
        };
}
