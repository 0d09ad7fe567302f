using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader) => JsonRead.String(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, string value)
    {
        if (value is null)
        {
            output.WriteMissing();
            return;
        }

        output.WriteString(value);
    }
}
