using System.Buffers;
using Utcp.Http;

namespace Utcp.StreamableHttp;

/// <summary>The bytes of a <c>streamable_http</c> tool as they arrive (UTCP section 2.9). Each item has an array of its own, so it may be kept.</summary>
internal sealed class ByteStream(UtcpRequest request, Exception? failure, CancellationToken caller) : AnswerStream<ReadOnlyMemory<byte>>(request, failure, caller)
{
    private LiveBody? _body;
    private byte[]? _buffer;

    protected override async ValueTask<bool> NextAsync()
    {
        try
        {
            _body ??= await LiveBody.OpenAsync(Request, Clock, isResumed: false, Caller).ConfigureAwait(false);
            var size = Math.Max(1, Request.Operation.ChunkSize);
            _buffer ??= ArrayPool<byte>.Shared.Rent(size);
            var length = await _body.ReadAsync(_buffer.AsMemory(0, size)).ConfigureAwait(false);
            if (length == 0)
            {
                return await EndAsync().ConfigureAwait(false);
            }

            Current = _buffer.AsSpan(0, length).ToArray();
            return true;
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    protected override async ValueTask CloseAsync()
    {
        if (_body is { } body)
        {
            _body = null;
            await body.DisposeAsync().ConfigureAwait(false);
        }

        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
