using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>The member names of a type, or the values of an enum: a position for each text, in UTF-8 and ready to write. Built once per type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private readonly string[] _texts;
    private readonly byte[][] _utf8;
    private readonly byte[][] _members;
    private int[]? _buckets;
    private int[] _next = [];

    /// <summary>Creates a table; the position of each text is its index.</summary>
    public JsonNames(params ReadOnlySpan<string> names)
    {
        _texts = names.ToArray();
        _utf8 = new byte[names.Length][];
        _members = new byte[names.Length][];
        for (var i = 0; i < _texts.Length; i++)
        {
            _utf8[i] = Encoding.UTF8.GetBytes(_texts[i]);
            using var output = JsonOutput.Rent();
            output.WriteComma();
            output.WriteString(_texts[i]);
            output.WriteColon();
            _members[i] = output.ToArray();
        }
    }

    /// <summary>How many names there are.</summary>
    public int Count => _texts.Length;

    /// <summary>The name at a position.</summary>
    public string this[int index] => _texts[index];

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string? name)
    {
        if (name is null)
        {
            return -1;
        }

        if (_texts.Length > 8)
        {
            Span<byte> buffer = stackalloc byte[256];
            return Encoding.UTF8.TryGetBytes(name, buffer, out var written) ? Find(buffer[..written]) : Find(Encoding.UTF8.GetBytes(name));
        }

        for (var i = 0; i < _texts.Length; i++)
        {
            if (_texts[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of the reader's current member name or string, or -1. Tries <paramref name="expected"/> first.</summary>
    internal int Match(ref Utf8JsonReader reader, int expected)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            return MatchCopy(ref reader);
        }

        var name = reader.ValueSpan;
        var names = _utf8;
        return (uint)expected < (uint)names.Length && name.SequenceEqual(names[expected]) ? expected : Find(name);
    }

    /// <summary><c>,"name":</c> in UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Member(int index) => _members[index];

    internal int Find(ReadOnlySpan<byte> name)
    {
        var names = _utf8;
        if (names.Length <= 3)
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (name.SequenceEqual(names[i]))
                {
                    return i;
                }
            }

            return -1;
        }

        var buckets = _buckets ?? Build();
        for (var i = buckets[Hash(name) & (uint)(buckets.Length - 1)] - 1; i >= 0; i = _next[i] - 1)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = (ulong)name.Length * 0x9E3779B97F4A7C15;
        while (name.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(name)) * 0x9E3779B97F4A7C15, 29);
            name = name[8..];
        }

        if (name.Length >= 4)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<uint>(name)) * 0x9E3779B97F4A7C15, 29);
            name = name[4..];
        }

        foreach (var unit in name)
        {
            hash = (hash ^ unit) * 0x9E3779B97F4A7C15;
        }

        return (uint)(hash >> 32);
    }

    private int MatchCopy(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        if (length > 6 * 1024)
        {
            return -1;
        }

        Span<byte> buffer = stackalloc byte[length];
        try
        {
            return Find(buffer[..reader.CopyString(buffer)]);
        }
        catch (InvalidOperationException)
        {
            throw JsonError.Create("the text is not valid UTF-8 or has a lone surrogate");
        }
    }

    private int[] Build()
    {
        var buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)_utf8.Length * 2)];
        var next = new int[_utf8.Length];
        for (var i = _utf8.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref buckets[Hash(_utf8[i]) & (uint)(buckets.Length - 1)];
            next[i] = bucket;
            bucket = i + 1;
        }

        _next = next;
        Volatile.Write(ref _buckets, buckets);
        return buckets;
    }
}
