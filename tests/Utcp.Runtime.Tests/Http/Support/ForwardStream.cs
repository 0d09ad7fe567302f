namespace Utcp.Runtime.Tests.Http;

/// <summary>A stream that can only be read once.</summary>
public sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override bool CanSeek => false;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }
}
