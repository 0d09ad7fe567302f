using System.ComponentModel;
using System.Numerics;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>
/// Chooses the case of a union for a value: kind of token, then constants, then required members, then fewest unknown members, then order of declaration.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonUnion
{
    // A case that fails deeper inside was the right one, and trying others there would multiply with the depth.
    private const int MaxRetryDepth = 3;
    private const int MaxRetries = 2;

    private readonly JsonCase[] _cases;
    private readonly int[] _indexes;
    private readonly JsonUnion? _items;
    private readonly int[] _itemCases = [];
    private readonly JsonNames _names;
    private readonly ulong[][] _required;
    private readonly ulong[][] _known;
    private readonly int _words;

    /// <summary>Creates the table; the position of each case is its index.</summary>
    public JsonUnion(params ReadOnlySpan<JsonCase> cases)
    {
        var rows = new List<(JsonCase Case, int Index)>();
        for (var i = 0; i < cases.Length; i++)
        {
            AddRows(rows, cases[i], i);
        }

        _cases = [.. rows.Select(row => row.Case)];
        _indexes = [.. rows.Select(row => row.Index)];
        var arrays = rows.Where(row => row.Case.Items is not null).ToArray();
        if (arrays.Length > 0)
        {
            _items = new([.. arrays.Select(row => row.Case.Items!)]);
            _itemCases = Array.ConvertAll(arrays, row => row.Index);
        }

        _names = new(_cases.SelectMany(NamesOf).Distinct().ToArray());
        _words = (_names.Count + 63) / 64;
        _required = Array.ConvertAll(_cases, one => Bits(one.Required));
        _known = Array.ConvertAll(_cases, one => Bits(NamesOf(one)));
    }

    /// <summary>The case for the reader's current value, or -1. The reader stays where it is.</summary>
    public int Select(ref Utf8JsonReader reader) => Select(ref reader, 0);

    /// <summary>Reads the current value as the case that fits best; when that turns out not to fit after all, as the next best.</summary>
    /// <exception cref="JsonException">The value does not fit the case that it looks like.</exception>
    public T Read<T>(ref Utf8JsonReader reader)
        where T : IJsonUnion<T>
    {
        var start = reader;
        var index = Select(ref reader, 0);
        try
        {
            return T.ReadCase(index, ref reader);
        }
        catch (JsonException) when (index >= 0 && reader.CurrentDepth - start.CurrentDepth <= MaxRetryDepth)
        {
            var failed = reader;
            var tried = Bit(index);
            for (var i = 0; i < MaxRetries; i++)
            {
                reader = start;
                index = Select(ref reader, tried);
                if (Bit(index) == 0)
                {
                    break;
                }

                tried |= Bit(index);
                try
                {
                    return T.ReadCase(index, ref reader);
                }
                catch (JsonException)
                {
                    // The first failure says more: that case fitted best.
                }
            }

            reader = failed;
            throw;
        }
    }

    private int Select(ref Utf8JsonReader reader, ulong tried)
    {
        var row = reader.TokenType switch
        {
            JsonTokenType.StartObject => SelectObject(reader, tried),
            JsonTokenType.String => SelectString(ref reader, tried),
            JsonTokenType.Number => SelectKind(JsonText.IsInteger(ref reader) ? JsonKinds.Integer | JsonKinds.Number : JsonKinds.Number, tried),
            JsonTokenType.StartArray => SelectArray(reader, tried),
            JsonTokenType.True or JsonTokenType.False => SelectKind(JsonKinds.Boolean, tried),
            _ => SelectKind(JsonKinds.Null, tried),
        };
        return row < 0 ? -1 : _indexes[row];
    }

    // Cases beyond the word are not tried a second time.
    private static ulong Bit(int index) => index is >= 0 and < 64 ? 1UL << index : 0;

    private bool IsTried(int row, ulong tried) => (Bit(_indexes[row]) & tried) != 0;

    private static void AddRows(List<(JsonCase Case, int Index)> rows, JsonCase one, int index)
    {
        if (one.Cases.Length == 0)
        {
            rows.Add((one, index));
        }

        foreach (var inner in one.Cases)
        {
            AddRows(rows, inner, index);
        }
    }

    private static string[] NamesOf(JsonCase one) => [.. one.Required, .. one.Optional, .. Array.ConvertAll(one.Tags, tag => tag.Name)];

    private static bool Matches(JsonTag tag, ref Utf8JsonReader reader)
    {
        if (tag.IsLiteral)
        {
            return reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False && tag.Values.Contains(JsonError.RawText(ref reader));
        }

        return reader.TokenType == JsonTokenType.String && Contains(tag.Values, ref reader);
    }

    private static bool Contains(string[] values, ref Utf8JsonReader reader)
    {
        foreach (var value in values)
        {
            if (reader.ValueTextEquals(value))
            {
                return true;
            }
        }

        return false;
    }

    private ulong[] Bits(string[] names)
    {
        var bits = new ulong[_words];
        foreach (var name in names)
        {
            var index = _names.IndexOf(name);
            bits[index / 64] |= 1UL << index;
        }

        return bits;
    }

    // The first item speaks for all: arrays of several types are arrays of a union.
    private int SelectArray(Utf8JsonReader reader, ulong tried)
    {
        if (_items is null || !JsonRead.NextElement(ref reader))
        {
            return SelectKind(JsonKinds.Array, tried);
        }

        var skipped = 0UL;
        for (var i = 0; i < _itemCases.Length; i++)
        {
            skipped |= (Bit(_itemCases[i]) & tried) != 0 ? Bit(i) : 0;
        }

        var item = _items.Select(ref reader, skipped);
        return item < 0 ? SelectKind(JsonKinds.Array, tried) : Array.IndexOf(_indexes, _itemCases[item]);
    }

    private int SelectKind(JsonKinds kinds, ulong tried)
    {
        for (var i = 0; i < _cases.Length; i++)
        {
            if ((_cases[i].Kinds & kinds) != 0 && !IsTried(i, tried))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A listed value wins, then the first case that takes any text or whose format fits, then an open enum.</summary>
    private int SelectString(ref Utf8JsonReader reader, ulong tried)
    {
        var best = -1;
        var open = -1;
        for (var i = 0; i < _cases.Length; i++)
        {
            var one = _cases[i];
            if ((one.Kinds & JsonKinds.String) == 0 || IsTried(i, tried))
            {
                continue;
            }

            if (one.Values.Length > 0)
            {
                if (Contains(one.Values, ref reader))
                {
                    return i;
                }

                open = open < 0 && one.IsOpen ? i : open;
            }
            else if (best < 0 && JsonText.HasFormat(ref reader, one.Format))
            {
                best = i;
            }
        }

        return best >= 0 ? best : open;
    }

    private int SelectObject(Utf8JsonReader reader, ulong tried)
    {
        Span<ulong> present = stackalloc ulong[_words];
        Span<int> tags = stackalloc int[_cases.Length];
        while (JsonRead.NextMember(ref reader))
        {
            var index = _names.Match(ref reader, -1);
            JsonRead.Advance(ref reader);
            if (index >= 0)
            {
                present[index / 64] |= 1UL << index;
                CountTags(ref reader, _names[index], tags);
            }

            JsonRead.Skip(ref reader);
        }

        var best = -1;
        var bestTags = 0;
        var bestUnknown = 0;
        for (var i = 0; i < _cases.Length; i++)
        {
            if ((_cases[i].Kinds & JsonKinds.Object) == 0 || tags[i] < 0 || IsTried(i, tried) || !Has(present, _required[i]))
            {
                continue;
            }

            var unknown = _cases[i].IsMap ? 0 : Unknown(present, _known[i]);
            if (best < 0 || tags[i] > bestTags || (tags[i] == bestTags && unknown < bestUnknown))
            {
                best = i;
                bestTags = tags[i];
                bestUnknown = unknown;
            }
        }

        return best;
    }

    private void CountTags(ref Utf8JsonReader reader, string name, scoped Span<int> tags)
    {
        // A member that may be null tells nothing when it is.
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        for (var i = 0; i < _cases.Length; i++)
        {
            foreach (var tag in _cases[i].Tags)
            {
                if (tag.Name == name)
                {
                    tags[i] = !Matches(tag, ref reader) ? -1 : tags[i] < 0 ? -1 : tags[i] + 1;
                }
            }
        }
    }

    private static bool Has(ReadOnlySpan<ulong> present, ulong[] required)
    {
        for (var i = 0; i < required.Length; i++)
        {
            if ((required[i] & ~present[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Unknown(ReadOnlySpan<ulong> present, ulong[] known)
    {
        var count = 0;
        for (var i = 0; i < known.Length; i++)
        {
            count += BitOperations.PopCount(present[i] & ~known[i]);
        }

        return count;
    }
}
