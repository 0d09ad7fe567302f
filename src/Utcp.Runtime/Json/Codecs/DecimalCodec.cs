using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes a decimal number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader) => JsonRead.Decimal(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, decimal value) => output.WriteDecimal(value);
}
