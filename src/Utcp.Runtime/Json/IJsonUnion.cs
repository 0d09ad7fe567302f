using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>A generated type that holds one of several types.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonUnion<TSelf> : IJsonModel<TSelf>
    where TSelf : IJsonUnion<TSelf>
{
    /// <summary>Reads a value of a case.</summary>
    /// <param name="index">The position of the case in the union's table; -1 for values that no case describes.</param>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <exception cref="JsonException">The JSON does not fit the case.</exception>
    static abstract TSelf ReadCase(int index, ref Utf8JsonReader reader);
}
