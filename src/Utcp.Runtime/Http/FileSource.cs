namespace Utcp.Http;

/// <summary>The bytes of a file, and where a stream began.</summary>
internal readonly struct FileSource(UtcpFile file)
{
    private readonly long _start = file.Content is { CanSeek: true } stream ? stream.Position : 0;

    public bool CanSendAgain => file.Content is null or { CanSeek: true };

    /// <summary>The number of bytes, or null when only reading them tells.</summary>
    public long? Length => file.Content is not { } stream ? file.Bytes.Length : stream.CanSeek ? stream.Length - _start : null;

    /// <summary>Goes back to where the file began.</summary>
    public void Rewind()
    {
        if (file.Content is { CanSeek: true } stream)
        {
            stream.Position = _start;
        }
    }

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken) =>
        file.Content is { } stream ? stream.CopyToAsync(target, cancellationToken) : target.WriteAsync(file.Bytes, cancellationToken).AsTask();

    public void Dispose()
    {
        if (file.DisposeContent)
        {
            file.Content?.Dispose();
        }
    }
}
