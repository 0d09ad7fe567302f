using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Like <see cref="ElementCodec"/>, for callers that know nothing of the answer: bytes that are no JSON and no text become a string in base64.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DynamicCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader) => JsonRead.Element(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, JsonElement value) => output.WriteElement(value);

    /// <summary>Bytes as a string in base64 (RFC 4648).</summary>
    internal static JsonElement OfBytes(ReadOnlySpan<byte> bytes)
    {
        using var json = JsonOutput.Rent();
        json.WriteString(Convert.ToBase64String(bytes));
        return JsonDocumentText.Read<JsonElement, DynamicCodec>(json.WrittenSpan);
    }
}
