using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a date and time (RFC 3339).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader) => JsonRead.DateTimeOffset(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, DateTimeOffset value) => JsonText.WriteDateTimeOffset(output, value);
}
