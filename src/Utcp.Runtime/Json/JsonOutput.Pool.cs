using System.Buffers;
using System.Collections.Concurrent;

namespace Utcp.Json;

/// <content>Where outputs come from, and where they go.</content>
public sealed partial class JsonOutput
{
    private const int KeptLength = 64 * 1024;
    private const int SharedLength = 8 * 1024;
    private const int MaxShared = 128;

    [ThreadStatic]
    private static JsonOutput? t_free;

    // For messages that one thread writes and another sends, many at a time.
    private static readonly ConcurrentQueue<JsonOutput> s_shared = new();
    private static int s_sharedCount;

    /// <summary>Gets an empty output. Dispose it to give it back.</summary>
    public static JsonOutput Rent()
    {
        var output = t_free;
        t_free = null;
        output ??= TakeShared() ?? new();
        output._rented = true;
        return output;
    }

    /// <summary>Gets an output for <c>ToString</c>, which must not throw: NaN and missing values are written somehow.</summary>
    internal static JsonOutput RentLenient()
    {
        var output = Rent();
        output._isLenient = true;
        return output;
    }

    /// <summary>Gets an output for <c>Equals</c> and <c>GetHashCode</c>: lenient, and the members of maps and of elements stand in the order of their names.</summary>
    internal static JsonOutput RentCanonical()
    {
        var output = RentLenient();
        output._isCanonical = true;
        return output;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (!_rented)
        {
            return;
        }

        _rented = false;
        _isLenient = false;
        _isCanonical = false;
        _files = null;
        _length = 0;
        _depth = 0;
        if (_buffer.Length <= KeptLength)
        {
            if (t_free is not null)
            {
                GiveToShared(t_free);
            }

            t_free = this;
        }
        else
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private static JsonOutput? TakeShared()
    {
        if (!s_shared.TryDequeue(out var output))
        {
            return null;
        }

        Interlocked.Decrement(ref s_sharedCount);
        return output;
    }

    private static void GiveToShared(JsonOutput output)
    {
        if (output._buffer.Length > SharedLength)
        {
            return;
        }

        if (Interlocked.Increment(ref s_sharedCount) <= MaxShared)
        {
            s_shared.Enqueue(output);
        }
        else
        {
            Interlocked.Decrement(ref s_sharedCount);
        }
    }
}
