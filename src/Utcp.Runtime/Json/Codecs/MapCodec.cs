using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an object with any member names. The order is kept; of equal names the last one wins.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MapCodec<T, TCodec> : IJsonCodec<IReadOnlyDictionary<string, T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        JsonRead.ExpectObject(ref reader);
        OrderedDictionary<string, T>? map = null;
        while (JsonRead.NextMember(ref reader))
        {
            var name = reader.GetString()!;
            JsonRead.Advance(ref reader);
            (map ??= new(StringComparer.Ordinal))[name] = TCodec.Read(ref reader);
        }

        return map is null ? ReadOnlyDictionary<string, T>.Empty : map;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput output, IReadOnlyDictionary<string, T> value)
    {
        if (value is null)
        {
            output.WriteMissing();
            return;
        }

        output.BeginObject();
        foreach (var (name, item) in output.IsCanonical ? value.OrderBy(pair => pair.Key, StringComparer.Ordinal) : value.AsEnumerable())
        {
            output.WriteName(name);
            TCodec.Write(output, item);
        }

        output.EndObject();
    }
}
