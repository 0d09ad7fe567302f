using System.Buffers;
using System.Net;

namespace Utcp.Http;

/// <summary>A body in a pooled array. The array goes back to the pool when the content is disposed and nobody is sending it any more.</summary>
internal sealed class PooledContent(byte[] bytes, int length) : HttpContent
{
    // One for the owner and one for each send: over HTTP/2 an answer, and so our disposal, can come before the body is written.
    private int _users = 1;
    private bool _left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _users);
        var write = stream.WriteAsync(bytes.AsMemory(0, length), cancellationToken);
        if (!write.IsCompletedSuccessfully)
        {
            return FinishAsync(write);
        }

        write.GetAwaiter().GetResult();
        Leave();
        return Task.CompletedTask;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => stream.Write(bytes, 0, length);

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_left)
        {
            _left = true;
            Leave();
        }

        base.Dispose(disposing);
    }

    private async Task FinishAsync(ValueTask write)
    {
        // A write that failed or was cancelled may still read the array, so it is left to the garbage collector.
        await write.ConfigureAwait(false);
        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
