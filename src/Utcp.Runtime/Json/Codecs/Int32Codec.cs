using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a 32-bit integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader) => JsonRead.Int32(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, int value) => output.WriteInt32(value);
}
