using System.Text.Json;

namespace Utcp.Json;

/// <summary>A type that reads and writes its own JSON form without reflection. Generated types implement it.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads a value. On entry the reader stands on its first token, on return on its last.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The JSON does not fit the type.</exception>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes the value.</summary>
    /// <param name="output">Where to write.</param>
    void WriteJson(JsonOutput output);
}
