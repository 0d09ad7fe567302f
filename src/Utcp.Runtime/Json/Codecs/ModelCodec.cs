using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a generated type.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ModelCodec<T> : IJsonCodec<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader) => T.ReadJson(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, T value)
    {
        if (value is null)
        {
            output.WriteMissing();
            return;
        }

        value.WriteJson(output);
    }
}
