using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes base64url text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Base64UrlCodec : IJsonCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader) => JsonRead.Base64Url(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, ReadOnlyMemory<byte> value) => JsonText.WriteBase64Url(output, value.Span);
}
