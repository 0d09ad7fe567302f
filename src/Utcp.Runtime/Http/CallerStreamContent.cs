using System.Net;

namespace Utcp.Http;

/// <summary>A body that the caller gives as a stream. Read from its position on; not disposed, as it is the caller's.</summary>
internal sealed class CallerStreamContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long _start;
    private Task? _copy;

    public CallerStreamContent(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>Whether the body can be sent now: the first time, or again when the stream can be rewound.</summary>
    public bool CanSend => _copy is null || _stream.CanSeek;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _copy = _copy is null ? _stream.CopyToAsync(stream, cancellationToken) : CopyAgainAsync(_copy, stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _start : 0;
        return _stream.CanSeek;
    }

    private async Task CopyAgainAsync(Task earlier, Stream stream, CancellationToken cancellationToken)
    {
        // A server may answer before it has read the body; then the stream is still being read for the request that is over.
        await earlier.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }

        await _stream.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }
}
