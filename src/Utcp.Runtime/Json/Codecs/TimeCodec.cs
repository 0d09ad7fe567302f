using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a time of day.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader) => JsonRead.Time(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, TimeOnly value) => JsonText.WriteTime(output, value);
}
