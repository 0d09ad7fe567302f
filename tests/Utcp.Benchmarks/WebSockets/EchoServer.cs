using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Utcp.Benchmarks.WebSockets;

/// <summary>A server that answers each call of the v0.1 envelope with its parameters, as fast as it can.</summary>
internal sealed class EchoServer(WebApplication app) : IAsyncDisposable
{
    public string Url => app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal) + "/";

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[64 * 1024];
            var reply = new ArrayBufferWriter<byte>();
            while (socket.State == WebSocketState.Open)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), default);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
                    return;
                }

                if (buffer.AsSpan(0, part.Count).IndexOf("\"items\":"u8) >= 0)
                {
                    await StreamAsync(socket);
                    continue;
                }

                reply.ResetWrittenCount();
                Write(buffer.AsSpan(0, part.Count), reply);
                await socket.SendAsync(reply.WrittenMemory, WebSocketMessageType.Text, true, default);
            }
        });
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(100);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static async Task StreamAsync(WebSocket socket)
    {
        var item = "12345"u8.ToArray();
        for (var i = 0; i < 1_000_000; i++)
        {
            await socket.SendAsync(item.AsMemory(), WebSocketMessageType.Text, true, default);
        }

        await socket.SendAsync("""{"type":"stream_end"}"""u8.ToArray(), WebSocketMessageType.Text, true, default);
    }

    private static void Write(ReadOnlySpan<byte> message, ArrayBufferWriter<byte> reply)
    {
        ReadOnlySpan<byte> id = default, result = default;
        var reader = new Utf8JsonReader(message);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isId, isParams) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("params"u8));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var value = message[start..(int)reader.BytesConsumed];
            id = isId ? value : id;
            result = isParams ? value : result;
        }

        reply.Write("{\"type\":\"result\",\"id\":"u8);
        reply.Write(id);
        reply.Write(",\"result\":"u8);
        reply.Write(result);
        reply.Write("}"u8);
    }
}
