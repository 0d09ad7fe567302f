using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an <c>enum : int</c> as its number. A number without a name is kept.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32EnumCodec<TEnum> : IJsonCodec<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public static TEnum Read(ref Utf8JsonReader reader) => Unsafe.BitCast<int, TEnum>(JsonRead.Int32(ref reader));

    /// <inheritdoc/>
    public static void Write(JsonOutput output, TEnum value) => output.WriteInt32(Unsafe.BitCast<TEnum, int>(value));
}
