using System.Net;
using Utcp.Json;

namespace Utcp.Http;

/// <summary>A body that the caller gives files for, with bytes of our own around them. The files are read while it is sent.</summary>
internal sealed class FilesContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _frame;
    private readonly (int Position, FileSource Source)[] _files;
    private Task? _copy;

    /// <summary>Makes a body.</summary>
    /// <param name="frame">The bytes around the files.</param>
    /// <param name="files">The files, each before the byte at its position, in order.</param>
    public FilesContent(ReadOnlyMemory<byte> frame, IReadOnlyList<PlacedFile> files)
    {
        _frame = frame;
        _files = [.. files.Select(file => (file.Position, new FileSource(file.File)))];
    }

    /// <summary>Whether the body can be sent now: the first time, or again when all streams can be rewound.</summary>
    public bool CanSend => _copy is null || Array.TrueForAll(_files, file => file.Source.CanSendAgain);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _copy = CopyAsync(_copy, stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _frame.Length;
        foreach (var (_, source) in _files)
        {
            if (source.Length is not { } bytes)
            {
                return false;
            }

            length += bytes;
        }

        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var (_, source) in _files)
            {
                source.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private async Task CopyAsync(Task? earlier, Stream target, CancellationToken cancellationToken)
    {
        if (earlier is not null)
        {
            // A server may answer before it has read the body; then the streams are still being read for the request that is over.
            await earlier.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var start = 0;
        foreach (var (position, source) in _files)
        {
            await target.WriteAsync(_frame[start..position], cancellationToken).ConfigureAwait(false);
            if (earlier is not null)
            {
                source.Rewind();
            }

            await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            start = position;
        }

        await target.WriteAsync(_frame[start..], cancellationToken).ConfigureAwait(false);
    }
}
