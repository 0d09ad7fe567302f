using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a date (<c>yyyy-MM-dd</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader) => JsonRead.Date(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, DateOnly value) => JsonText.WriteDate(output, value);
}
