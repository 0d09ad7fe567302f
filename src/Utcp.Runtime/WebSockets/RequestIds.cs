using System.Buffers.Text;
using System.Globalization;

namespace Utcp.WebSockets;

/// <summary>The ids of the requests of a channel: a random part, so that no other client of the server has the same, and a number.</summary>
internal sealed class RequestIds
{
    private readonly byte[] _start = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12].Select(static c => (byte)c).Append((byte)'-').ToArray();
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);

    /// <summary>The number in an id of ours, or 0.</summary>
    public long NumberOf(ReadOnlySpan<byte> id) =>
        id.StartsWith(_start) && Utf8Parser.TryParse(id[_start.Length..], out long number, out var length) && length == id.Length - _start.Length ? number : 0;

    /// <summary>Writes an id; 40 bytes are enough.</summary>
    public int Format(long number, Span<byte> target)
    {
        _start.CopyTo(target);
        number.TryFormat(target[_start.Length..], out var length, default, CultureInfo.InvariantCulture);
        return _start.Length + length;
    }
}
