using System.Buffers;

namespace Utcp.WebSockets;

/// <summary>
/// The stream beneath a WebSocket, which can hold back what is written, so that the frames of many small messages leave in one piece. What is held belongs to whoever
/// called <see cref="Hold"/> and has to call <see cref="ReleaseAsync"/>; frames that the WebSocket sends of its own accord meanwhile keep their place among them.
/// </summary>
internal sealed class GatheringStream(Stream connection) : Stream
{
    private const int MaxHeld = 32 * 1024;
    private readonly SemaphoreSlim _writing = new(1);
    private byte[]? _held;
    private int _length;
    private volatile bool _holds;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Holds back what is written from now on, as long as it is little.</summary>
    public void Hold() => _holds = true;

    /// <summary>Writes what was held back, and holds back nothing more.</summary>
    public async ValueTask ReleaseAsync()
    {
        _holds = false;
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await WriteHeldAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_writing.Wait(0, CancellationToken.None))
        {
            return WriteLaterAsync(buffer, cancellationToken);
        }

        ValueTask write = default;
        try
        {
            if (IsHeld(buffer))
            {
                Keep(buffer.Span);
            }
            else
            {
                write = _length == 0 ? connection.WriteAsync(buffer, cancellationToken) : WriteBothAsync(buffer, cancellationToken);
            }
        }
        catch
        {
            _writing.Release();
            throw;
        }

        if (!write.IsCompletedSuccessfully)
        {
            return FinishAsync(write);
        }

        _writing.Release();
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => _holds ? Task.CompletedTask : connection.FlushAsync(cancellationToken);

    public override void Flush() => connection.Flush();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => connection.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => connection.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => connection.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsHeld(ReadOnlyMemory<byte> buffer) => _holds && _length + buffer.Length <= MaxHeld;

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        _held ??= ArrayPool<byte>.Shared.Rent(MaxHeld);
        bytes.CopyTo(_held.AsSpan(_length));
        _length += bytes.Length;
    }

    private async ValueTask WriteLaterAsync(ReadOnlyMemory<byte> buffer, CancellationToken token)
    {
        await _writing.WaitAsync(token).ConfigureAwait(false);
        try
        {
            await WriteBothAsync(buffer, token).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async ValueTask WriteBothAsync(ReadOnlyMemory<byte> buffer, CancellationToken token)
    {
        await WriteHeldAsync(token).ConfigureAwait(false);
        await connection.WriteAsync(buffer, token).ConfigureAwait(false);
    }

    private async ValueTask WriteHeldAsync(CancellationToken token)
    {
        if (_held is not { } held)
        {
            return;
        }

        var length = _length;
        (_held, _length) = (null, 0);
        await connection.WriteAsync(held.AsMemory(0, length), token).ConfigureAwait(false);
        await connection.FlushAsync(token).ConfigureAwait(false);

        // Not when the write fails: the connection may still be reading from it.
        ArrayPool<byte>.Shared.Return(held);
    }

    private async ValueTask FinishAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }
}
