using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a boolean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader) => JsonRead.Boolean(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, bool value) => output.WriteBoolean(value);
}
