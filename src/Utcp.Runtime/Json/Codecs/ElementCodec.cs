using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes any JSON value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ElementCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader) => JsonRead.Element(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, JsonElement value) => output.WriteElement(value);
}
