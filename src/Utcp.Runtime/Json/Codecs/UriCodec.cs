using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a URI or a relative reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader) => JsonRead.Uri(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, Uri value)
    {
        if (value is null)
        {
            output.WriteMissing();
            return;
        }

        output.WriteString(value.OriginalString);
    }
}
