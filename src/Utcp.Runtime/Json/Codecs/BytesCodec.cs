using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes base64 text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : IJsonCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => JsonRead.Bytes(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, ReadOnlyMemory<byte> value) => JsonText.WriteBase64(output, value.Span);
}
