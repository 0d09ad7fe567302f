using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader) => JsonRead.Double(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, double value) => output.WriteDouble(value);
}
