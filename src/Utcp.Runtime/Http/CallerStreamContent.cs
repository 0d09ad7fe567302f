using System.Net;

namespace Utcp.Http;

/// <summary>A body that the caller gives as a stream. Read from its position on; not disposed, as it is the caller's.</summary>
internal sealed class CallerStreamContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long _start;
    private bool _sent;

    public CallerStreamContent(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>Whether the body can be sent now: the first time, or again when the stream can be rewound.</summary>
    public bool CanSend => !_sent || _stream.CanSeek;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_sent && _stream.CanSeek)
        {
            _stream.Position = _start;
        }

        _sent = true;
        return _stream.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _start : 0;
        return _stream.CanSeek;
    }
}
