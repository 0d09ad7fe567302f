using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a 64-bit integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, long value) => output.WriteInt64(value);
}
