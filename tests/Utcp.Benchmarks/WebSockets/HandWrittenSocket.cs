using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utcp.Benchmarks.WebSockets;

/// <summary>What a careful developer writes: calls pipelined over one <see cref="ClientWebSocket"/>, replies found by id, System.Text.Json source generation.</summary>
internal sealed class HandWrittenSocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<HandPoint>> _pending = new();
    private long _last;

    public async Task ConnectAsync(string url)
    {
        await _socket.ConnectAsync(new(url), default);
        _ = ReceiveAsync();
    }

    public async Task<HandPoint> CallAsync(HandPoint point, CancellationToken token)
    {
        var id = Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reply = new TaskCompletionSource<HandPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = reply;
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(new HandCall("call", "echo", id, point), HandSocketJson.Default.HandCall);
            await _sending.WaitAsync(token);
            try
            {
                await _socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, true, token);
            }
            finally
            {
                _sending.Release();
            }

            return await reply.Task.WaitAsync(TimeSpan.FromSeconds(30), token);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        _socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (_socket.State == WebSocketState.Open)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), default);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                var reply = JsonSerializer.Deserialize(buffer.AsSpan(0, length), HandSocketJson.Default.HandReply)!;
                length = 0;
                if (_pending.TryGetValue(reply.Id, out var pending))
                {
                    pending.TrySetResult(reply.Result);
                }
            }
        }
    }
}

internal sealed record HandCall(string Type, string Tool, string Id, HandPoint Params);

internal sealed record HandReply(string Type, string Id, HandPoint Result);

internal sealed record HandPoint(string Name, long X, long Y);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandCall))]
[JsonSerializable(typeof(HandReply))]
internal sealed partial class HandSocketJson : JsonSerializerContext;
