using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>A type that holds one of several types, of which the status of an answer tells which one. For generated code.</summary>
/// <typeparam name="TSelf">The generated type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonUnion<TSelf> : IJsonModel<TSelf>
    where TSelf : struct, IJsonUnion<TSelf>
{
    /// <summary>Reads a value of one case.</summary>
    /// <param name="index">The case, from 0; others mean any JSON value.</param>
    /// <param name="reader">On the value's first token.</param>
    /// <exception cref="JsonException">The value does not fit the case.</exception>
    static abstract TSelf ReadCase(int index, ref Utf8JsonReader reader);
}
