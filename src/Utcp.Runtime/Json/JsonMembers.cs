using System.ComponentModel;
using System.Numerics;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Walks the members of an object. Get one from <see cref="JsonRead.Object"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonMembers
{
    private readonly JsonNames _names;
    private readonly ulong[]? _seenMore;
    private ulong _seen;
    private int _expected;
    private string? _name;

    internal JsonMembers(JsonNames names)
    {
        _names = names;
        _seenMore = names.Count > 64 ? new ulong[(names.Count - 1) / 64] : null;
    }

    /// <summary>The position of the current member in the table; -1 for an unknown member after <see cref="NextOrUnknown"/>.</summary>
    public int Index { get; private set; }

    /// <summary>The name of the current unknown member.</summary>
    public readonly string Name => _name!;

    /// <summary>Moves to the value of the next known member; unknown members are skipped. False at the end of the object.</summary>
    public bool Next(ref Utf8JsonReader reader)
    {
        while (true)
        {
            if (!reader.Read())
            {
                throw JsonError.Incomplete();
            }

            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            var index = _names.Match(ref reader, _expected);
            if (!reader.Read())
            {
                throw JsonError.Incomplete();
            }

            if (index >= 0)
            {
                Found(index);
                return true;
            }

            JsonRead.Skip(ref reader);
        }
    }

    /// <summary>Moves to the value of the next member, known or not. False at the end of the object.</summary>
    public bool NextOrUnknown(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw JsonError.Incomplete();
        }

        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        var index = _names.Match(ref reader, _expected);
        if (index >= 0)
        {
            Found(index);
        }
        else
        {
            Index = -1;
            _name = reader.GetString();
        }

        return reader.Read() ? true : throw JsonError.Incomplete();
    }

    /// <summary>Throws unless all members of the mask were found: bit 0 is the first name. For the first 64 names.</summary>
    public readonly void Require(ulong mask)
    {
        if ((mask & ~_seen) != 0)
        {
            ThrowMissing(mask & ~_seen, 0);
        }
    }

    /// <summary>The same for types with more than 64 names: word 1 covers the names 64 to 127, and so on.</summary>
    public readonly void RequireMore(int word, ulong mask)
    {
        var missing = mask & ~_seenMore![word - 1];
        if (missing != 0)
        {
            ThrowMissing(missing, word);
        }
    }

    private readonly void ThrowMissing(ulong missing, int word) => throw JsonError.Missing(_names[(word * 64) + BitOperations.TrailingZeroCount(missing)]);

    private void Found(int index)
    {
        Index = index;
        _expected = index + 1;
        if (index < 64)
        {
            _seen |= 1UL << index;
        }
        else
        {
            _seenMore![(index / 64) - 1] |= 1UL << index;
        }
    }
}
