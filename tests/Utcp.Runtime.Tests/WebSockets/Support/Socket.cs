using System.Text.Json;
using Utcp.Generated;
using Utcp.Json;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>Calls WebSocket operations the way generated methods do.</summary>
public static class Socket
{
    /// <summary>The message template of a dialect with request ids, as section 3.6 writes replies.</summary>
    public const string Enveloped = """{"type":"call_tool","request_id":"UTCP_REQUEST_ID","tool_name":"UTCP_TOOL_NAME","arguments":"UTCP_ALL_ARGS"}""";

    public delegate void Fill(ref WebSocketRequestBuilder request);

    public static UtcpChannel Channel(UtcpWebSocketOptions? options = null, params (string Name, string Value)[] variables)
    {
        var given = new UtcpChannelOptions { UseEnvironmentVariables = false, WebSocket = options ?? new() };
        foreach (var (name, value) in variables)
        {
            given.Variables[name] = value;
        }

        return new(given);
    }

    public static WebSocketOperation Plain(string url, WebSocketFormat format = WebSocketFormat.Any, double timeout = 20) => new("tool", url) { Format = format, Timeout = TimeSpan.FromSeconds(timeout) };

    public static WebSocketOperation Legacy(string url, double timeout = 20) => new("tool", url) { UsesLegacyEnvelope = true, Timeout = TimeSpan.FromSeconds(timeout) };

    public static WebSocketOperation WithIds(string url, double timeout = 20) => new("tool", url) { MessageJson = Enveloped, Timeout = TimeSpan.FromSeconds(timeout) };

    public static Task<T> CallAsync<T, TCodec>(UtcpChannel channel, WebSocketOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default, UtcpClientOptions? client = null)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new WebSocketRequestBuilder(new(channel, client), operation, options);
        fill?.Invoke(ref request);
        return request.SendAsync<T, TCodec>(token);
    }

    public static async Task<string> CallAsync(UtcpChannel channel, WebSocketOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default) =>
        (await CallAsync<JsonElement, ElementCodec>(channel, operation, fill, options, token)).GetRawText();

    /// <summary>Calls with one argument <c>n</c>.</summary>
    public static Task<string> CallAsync(UtcpChannel channel, WebSocketOperation operation, long n, UtcpCallOptions? options = null, CancellationToken token = default) =>
        CallAsync(channel, operation, (ref WebSocketRequestBuilder request) => request.Argument<long, Int64Codec>("n", n), options, token);

    public static IAsyncEnumerable<T> StreamAsync<T, TCodec>(UtcpChannel channel, WebSocketOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new WebSocketRequestBuilder(new(channel, null), operation, options);
        fill?.Invoke(ref request);
        return request.StreamAsync<T, TCodec>(token);
    }

    public static IAsyncEnumerable<JsonElement> StreamAsync(UtcpChannel channel, WebSocketOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default) =>
        StreamAsync<JsonElement, ElementCodec>(channel, operation, fill, options, token);

    public static async Task<string[]> TextsAsync(IAsyncEnumerable<JsonElement> items) => [.. (await items.ToListAsync()).Select(item => item.GetRawText())];

    public static Task<UtcpWebSocketSession<T>> OpenAsync<T, TCodec>(UtcpChannel channel, WebSocketOperation operation, Fill? fill = null, UtcpCallOptions? options = null, CancellationToken token = default)
        where TCodec : struct, IJsonCodec<T>
    {
        var request = new WebSocketRequestBuilder(new(channel, null), operation, options);
        fill?.Invoke(ref request);
        return request.OpenSessionAsync<T, TCodec>(token);
    }
}
