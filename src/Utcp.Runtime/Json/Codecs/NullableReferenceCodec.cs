using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an object or <c>null</c>.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReferenceCodec<T, TCodec> : IJsonCodec<T?>
    where T : class
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(JsonOutput output, T? value)
    {
        if (value is null)
        {
            output.WriteNull();
        }
        else
        {
            TCodec.Write(output, value);
        }
    }
}
