using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Utcp.Runtime.Tests.WebSockets;

/// <summary>The server's side of one connection.</summary>
public sealed class Peer(HttpContext context, WebSocket socket, int number)
{
    /// <summary>The handshake.</summary>
    public HttpContext Context => context;

    public WebSocket Socket => socket;

    /// <summary>Which connection of the server this is, from 1.</summary>
    public int Number => number;

    /// <summary>The next message, or null when the client has closed or is gone.</summary>
    public async Task<string?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(message.ToArray());
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    public async Task<JsonElement> ReadJsonAsync() => await ReadAsync() is { } text ? JsonElement.Parse(text) : default;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        try
        {
            await socket.SendAsync(bytes, type, true, context.RequestAborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
        }
    }

    public async Task CloseAsync(int status, string? reason = null)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)status, reason, CancellationToken.None);
        while (await ReadAsync() is not null)
        {
        }
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => context.Abort();

    /// <summary>Answers every message until the client is gone.</summary>
    public async Task EchoAsync(Func<string, string> answer)
    {
        while (await ReadAsync() is { } text)
        {
            await SendAsync(answer(text));
        }
    }
}
