using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an ISO 8601 duration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref Utf8JsonReader reader) => JsonRead.Duration(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, TimeSpan value) => IsoDuration.Write(output, value);
}
