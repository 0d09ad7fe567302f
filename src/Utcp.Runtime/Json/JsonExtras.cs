using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Collects the members that a type does not name.</summary>
/// <typeparam name="T">The type of their values.</typeparam>
/// <typeparam name="TCodec">How to read them.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonExtras<T, TCodec>
    where TCodec : struct, IJsonCodec<T>
{
    private OrderedDictionary<string, T>? _map;

    /// <summary>No further members.</summary>
    public static IReadOnlyDictionary<string, T> Empty => ReadOnlyDictionary<string, T>.Empty;

    /// <summary>Reads the current unknown member.</summary>
    public void Add(ref Utf8JsonReader reader, string name) => (_map ??= new(StringComparer.Ordinal))[name] = TCodec.Read(ref reader);

    /// <summary>What was collected, in order.</summary>
    public readonly IReadOnlyDictionary<string, T> ToMap() => _map is null ? Empty : _map;
}
