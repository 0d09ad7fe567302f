using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>What the members of unions do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCases
{
    private static readonly JsonElement s_null = JsonElement.Parse("null"u8);

    /// <summary>Gets the value when the union holds the wanted case.</summary>
    public static bool TryGet<T>(object? value, int held, int wanted, [NotNullWhen(true)] out T? result)
    {
        if (held == wanted && value is T found)
        {
            result = found;
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>The value that no case describes.</summary>
    public static JsonElement Other(object? value) => value is JsonElement element ? element : s_null;

    /// <summary>Writes the value of a case; a null is written as <c>null</c>.</summary>
    public static void Write<T, TCodec>(JsonOutput output, object? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is T found)
        {
            TCodec.Write(output, found);
        }
        else
        {
            output.WriteNull();
        }
    }

    /// <summary>Writes the value that no case describes.</summary>
    public static void WriteOther(JsonOutput output, object? value) => output.WriteElement(Other(value));
}
