using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes files: parts of multipart bodies, base64 text in JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FileCodec : IJsonCodec<UtcpFile>
{
    /// <inheritdoc/>
    public static UtcpFile Read(ref Utf8JsonReader reader) => JsonRead.File(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, UtcpFile value)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (value is null)
        {
            output.WriteNull();
        }
        else
        {
            output.WriteFile(value);
        }
    }
}
