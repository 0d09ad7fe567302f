using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes the JSON form of <typeparamref name="T"/>. Implemented by empty structs, so that the JIT and the AOT compiler see through it.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonCodec<T>
{
    /// <summary>Reads a value. On entry the reader stands on its first token, on return on its last.</summary>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    static abstract void Write(JsonOutput output, T value);
}
