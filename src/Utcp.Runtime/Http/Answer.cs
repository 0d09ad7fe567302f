namespace Utcp.Http;

/// <summary>The body of a successful answer, in a pooled array that the receiver gives back.</summary>
internal readonly struct Answer(byte[] buffer, int length, int status, string? contentType)
{
    public byte[] Buffer { get; } = buffer;

    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public ReadOnlySpan<byte> Body => Buffer.AsSpan(0, length);
}
