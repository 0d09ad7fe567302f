using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Utcp.WebSockets;

/// <summary>Puts a message together from its frames, up to a limit.</summary>
internal sealed class ReceiveBuffer(WebSocket socket, int limit) : IDisposable
{
    private const int SmallLength = 4096;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(SmallLength);
    private int _length;

    public ReadOnlySpan<byte> Message => _bytes.AsSpan(0, _length);

    /// <summary>Reads the next message.</summary>
    /// <returns>Its type, or null when it is longer than the limit.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WebSocketMessageType?> ReadAsync(CancellationToken token)
    {
        if (_bytes.Length > SmallLength)
        {
            // One large message must not cost its memory for the life of the connection.
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(SmallLength);
        }

        _length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_bytes.AsMemory(_length), token).ConfigureAwait(false);
            _length += part.Count;
            if (_length > limit)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return part.MessageType;
            }

            if (_length == _bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_length * 2L, limit + 1L));
                _bytes.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
