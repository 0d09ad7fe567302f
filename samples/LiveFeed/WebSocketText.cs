using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Acme;

/// <summary>Messages of text on the server's side of a WebSocket.</summary>
internal static class WebSocketText
{
    /// <summary>The next message, which is small, or null when the client has closed.</summary>
    public static async Task<JsonElement?> ReadAsync(this WebSocket socket)
    {
        var buffer = new byte[4096];
        try
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            return part.MessageType == WebSocketMessageType.Close ? null : JsonElement.Parse(buffer.AsSpan(0, part.Count));
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Sends a message.</summary>
    public static Task SendAsync(this WebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
}
