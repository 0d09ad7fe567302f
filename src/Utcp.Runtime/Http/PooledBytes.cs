using System.Buffers;

namespace Utcp.Http;

/// <summary>Bytes under construction in a pooled array, for <see cref="System.Text.Json.Utf8JsonWriter"/>.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes text as UTF-8.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(checked(text.Length * 3));
        _length += System.Text.Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Clear() => _length = 0;

    /// <summary>Hands the array over to the caller, who gives it back to the shared pool or forgets it.</summary>
    public byte[] Detach(out int length)
    {
        var bytes = _bytes;
        length = _length;
        _bytes = [];
        _length = 0;
        return bytes;
    }

    public void Release()
    {
        var bytes = Detach(out _);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Reserve(int count)
    {
        count = Math.Max(count, 1);
        if (_bytes.Length - _length >= count)
        {
            return;
        }

        var old = _bytes;
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), old.Length == 0 ? 512 : old.Length * 2));
        old.AsSpan(0, _length).CopyTo(bytes);
        _bytes = bytes;
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
