using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Walks the elements of a tuple. Get one from <see cref="JsonRead.Tuple"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonItems
{
    private int _count;

    /// <summary>The position of the current element.</summary>
    public readonly int Index => _count - 1;

    /// <summary>Moves to the next element. False at the end of the array.</summary>
    public bool Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw JsonError.Incomplete();
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        _count++;
        return true;
    }

    /// <summary>Throws unless there were at least so many elements.</summary>
    public readonly void Require(int count)
    {
        if (_count < count)
        {
            throw JsonError.MissingItem(_count);
        }
    }
}
