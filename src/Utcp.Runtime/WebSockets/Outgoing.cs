using System.Net.WebSockets;

namespace Utcp.WebSockets;

/// <summary>A message on its way out.</summary>
/// <param name="Bytes">The message.</param>
/// <param name="Type">Text or binary.</param>
/// <param name="Owner">What to dispose when the bytes are no longer needed, or null.</param>
/// <param name="Exchange">The call it belongs to, or null.</param>
/// <param name="Written">Told whether the message was written, or null.</param>
internal readonly record struct Outgoing(ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type, IDisposable? Owner, Exchange? Exchange, TaskCompletionSource<bool>? Written = null)
{
    /// <summary>Whether to send it without compression, because it holds secrets.</summary>
    public bool IsSecret { get; init; }
}
