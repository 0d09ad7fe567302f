using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a UUID.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader) => JsonRead.Guid(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, Guid value) => JsonText.WriteGuid(output, value);
}
