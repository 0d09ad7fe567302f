using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an <c>enum : long</c> as its number. A number without a name is kept.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64EnumCodec<TEnum> : IJsonCodec<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public static TEnum Read(ref Utf8JsonReader reader) => Unsafe.BitCast<long, TEnum>(JsonRead.Int64(ref reader));

    /// <inheritdoc/>
    public static void Write(JsonOutput output, TEnum value) => output.WriteInt64(Unsafe.BitCast<TEnum, long>(value));
}
