using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Http;

/// <summary>Calls streaming operations the way generated methods do, and answers like their servers.</summary>
public static class Streams
{
    public static HttpOperation Events(string url, string? type = null, bool reconnect = true, double retry = 30) =>
        new("watch", "GET", url) { EventType = type, Reconnect = reconnect, RetryTimeout = TimeSpan.FromMilliseconds(retry) };

    public static IAsyncEnumerable<T> OfEvents<T, TCodec>(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new HttpRequestBuilder(new(channel, null), operation, options);
        fill?.Invoke(ref request);
        return request.StreamEventsAsync<T, TCodec>(token);
    }

    public static IAsyncEnumerable<JsonElement> OfEvents(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default) =>
        OfEvents<JsonElement, ElementCodec>(channel, operation, fill, options, token);

    public static IAsyncEnumerable<T> OfItems<T, TCodec>(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new HttpRequestBuilder(new(channel, null), operation, options);
        fill?.Invoke(ref request);
        return request.StreamItemsAsync<T, TCodec>(token);
    }

    public static IAsyncEnumerable<JsonElement> OfItems(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default) =>
        OfItems<JsonElement, ElementCodec>(channel, operation, fill, options, token);

    public static IAsyncEnumerable<ReadOnlyMemory<byte>> OfBytes(UtcpChannel channel, HttpOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default)
    {
        var request = new HttpRequestBuilder(new(channel, null), operation, options);
        fill?.Invoke(ref request);
        return request.StreamBytesAsync(token);
    }

    /// <summary>All items as JSON texts.</summary>
    public static async Task<string[]> TextsAsync(IAsyncEnumerable<JsonElement> items) => [.. (await items.ToListAsync()).Select(item => item.GetRawText())];

    public static Task WriteAsync(this HttpContext context, string type, params byte[][] parts)
    {
        context.Response.ContentType = type;
        return SendAsync(context, parts);
    }

    /// <summary>Writes a piece of an event stream and lets it go.</summary>
    public static Task EventsAsync(this HttpContext context, params string[] parts) => WriteAsync(context, "text/event-stream", [.. parts.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>Writes text under a media type.</summary>
    public static Task TextAsync(this HttpContext context, string type, params string[] parts) => WriteAsync(context, type, [.. parts.Select(Encoding.UTF8.GetBytes)]);

    private static async Task SendAsync(HttpContext context, byte[][] parts)
    {
        foreach (var part in parts)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>Waits until the client is gone.</summary>
    public static async Task<bool> GoneAsync(this HttpContext context)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
