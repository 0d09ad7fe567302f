using Utcp.Http;

namespace Utcp;

/// <summary>
/// A file to send: in a part of a <c>multipart/form-data</c> body (RFC 7578), or as a body whose media type the caller knows. Its bytes go to the connection as they are read; they are never
/// held in memory as a whole.
/// </summary>
public sealed class UtcpFile
{
    private static long s_last;
    private long _number;

    /// <summary>Sends what a stream has from its position on.</summary>
    /// <param name="content">The stream. A call whose files can all seek can be sent again, after a redirect or on a retry; with another one it is sent once only.</param>
    /// <param name="fileName">The name that the server gets; null means the name of the part, and "" none.</param>
    /// <param name="mediaType">The media type; null means what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="mediaType"/> is no media type.</exception>
    public UtcpFile(Stream content, string? fileName = null, string? mediaType = null)
        : this(fileName, mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>Sends bytes, which must not change before the call ends.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name that the server gets; null means the name of the part, and "" none.</param>
    /// <param name="mediaType">The media type; null means what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="mediaType"/> is no media type.</exception>
    public UtcpFile(ReadOnlyMemory<byte> content, string? fileName = null, string? mediaType = null)
        : this(fileName, mediaType) => Bytes = content;

    private UtcpFile(string? fileName, string? mediaType)
    {
        if (mediaType is not null && !MediaTypes.IsValid(mediaType))
        {
            throw new ArgumentException("This is no media type such as image/png.", nameof(mediaType));
        }

        FileName = fileName;
        MediaType = mediaType;
    }

    /// <summary>The name that the server gets, or null for the name of the part.</summary>
    public string? FileName { get; }

    /// <summary>The media type, or null for what the document says.</summary>
    public string? MediaType { get; }

    /// <summary>Whether the stream is disposed when the call is over. Default false: it is the caller's.</summary>
    public bool DisposeContent { get; init; }

    /// <summary>The stream, or null when the file is <see cref="Bytes"/>.</summary>
    internal Stream? Content { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What tells this file from others in this process.</summary>
    internal long Number
    {
        get
        {
            if (_number == 0)
            {
                Interlocked.CompareExchange(ref _number, Interlocked.Increment(ref s_last), 0);
            }

            return _number;
        }
    }

    /// <summary>The name and the media type.</summary>
    public override string ToString() => $"{(string.IsNullOrEmpty(FileName) ? "file" : FileName)} ({MediaType ?? MediaTypes.Bytes})";
}
