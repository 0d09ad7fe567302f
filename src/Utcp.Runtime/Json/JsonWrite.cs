namespace Utcp.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a member by a codec, whatever it is; the codec decides about null.</summary>
    public static void Value<T, TCodec>(JsonOutput output, JsonNames names, int index, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        output.WriteMember(names, index);
        TCodec.Write(output, value);
    }

    /// <summary>Writes a member by a codec. Null: nothing is written.</summary>
    public static void NullableValue<T, TCodec>(JsonOutput output, JsonNames names, int index, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value.HasValue)
        {
            output.WriteMember(names, index);
            TCodec.Write(output, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member by a codec. Null: nothing is written.</summary>
    public static void NullableReference<T, TCodec>(JsonOutput output, JsonNames names, int index, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            output.WriteMember(names, index);
            TCodec.Write(output, value);
        }
    }

    /// <summary>Writes a generated type.</summary>
    public static void Model<T>(JsonOutput output, JsonNames names, int index, T value)
        where T : IJsonModel<T>
    {
        output.WriteMember(names, index);
        ModelCodec<T>.Write(output, value);
    }

    /// <summary>Writes a generated record. Null: nothing is written.</summary>
    public static void NullableModel<T>(JsonOutput output, JsonNames names, int index, T? value)
        where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            output.WriteMember(names, index);
            value.WriteJson(output);
        }
    }

    /// <summary>Writes a generated struct. Null: nothing is written.</summary>
    public static void NullableModelValue<T>(JsonOutput output, JsonNames names, int index, T? value)
        where T : struct, IJsonModel<T>
    {
        if (value is { } present)
        {
            output.WriteMember(names, index);
            present.WriteJson(output);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void List<T, TCodec>(JsonOutput output, JsonNames names, int index, IReadOnlyList<T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        output.WriteMember(names, index);
        ListCodec<T, TCodec>.Write(output, value);
    }

    /// <summary>Writes an array. Null: nothing is written.</summary>
    public static void NullableList<T, TCodec>(JsonOutput output, JsonNames names, int index, IReadOnlyList<T>? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            output.WriteMember(names, index);
            ListCodec<T, TCodec>.Write(output, value);
        }
    }

    /// <summary>Writes an array of generated types.</summary>
    public static void Models<T>(JsonOutput output, JsonNames names, int index, IReadOnlyList<T> value)
        where T : IJsonModel<T>
        => List<T, ModelCodec<T>>(output, names, index, value);

    /// <summary>Writes an array of generated types. Null: nothing is written.</summary>
    public static void NullableModels<T>(JsonOutput output, JsonNames names, int index, IReadOnlyList<T>? value)
        where T : IJsonModel<T>
        => NullableList<T, ModelCodec<T>>(output, names, index, value);

    /// <summary>Writes an object with any member names.</summary>
    public static void Map<T, TCodec>(JsonOutput output, JsonNames names, int index, IReadOnlyDictionary<string, T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        output.WriteMember(names, index);
        MapCodec<T, TCodec>.Write(output, value);
    }

    /// <summary>Writes an object with any member names. Null: nothing is written.</summary>
    public static void NullableMap<T, TCodec>(JsonOutput output, JsonNames names, int index, IReadOnlyDictionary<string, T>? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            output.WriteMember(names, index);
            MapCodec<T, TCodec>.Write(output, value);
        }
    }

    /// <summary>Writes a member unless it is absent; the codec decides about null.</summary>
    public static void Optional<T, TCodec>(JsonOutput output, JsonNames names, int index, Optional<T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value.TryGet(out var present))
        {
            output.WriteMember(names, index);
            TCodec.Write(output, present);
        }
    }

    /// <summary>Writes the members that a type does not name; a name of the table is left out, it was written already.</summary>
    public static void Additional<T, TCodec>(JsonOutput output, JsonNames names, IReadOnlyDictionary<string, T> value)
        where TCodec : struct, IJsonCodec<T>
    {
        foreach (var (name, item) in output.IsCanonical ? value.OrderBy(pair => pair.Key, StringComparer.Ordinal) : value.AsEnumerable())
        {
            if (names.IndexOf(name) < 0)
            {
                output.WriteName(name);
                TCodec.Write(output, item);
            }
        }
    }

    /// <summary>Writes an element of a tuple by a codec.</summary>
    public static void Item<T, TCodec>(JsonOutput output, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        output.Separate();
        TCodec.Write(output, value);
    }

    /// <summary>Ends the elements of a tuple that allows no others: takes back the nulls of optional ones at its end.</summary>
    /// <param name="output">Where the elements were written.</param>
    /// <param name="optional">How many of the last elements are optional.</param>
    public static void TrimItems(JsonOutput output, int optional) => output.TrimNulls(optional);

    /// <summary>Writes the further elements of a tuple by a codec; when there are none, takes back the nulls of optional ones before them.</summary>
    /// <param name="output">Where the elements were written.</param>
    /// <param name="values">The further elements.</param>
    /// <param name="optional">How many of the elements before them are optional.</param>
    public static void Items<T, TCodec>(JsonOutput output, IReadOnlyList<T> values, int optional)
        where TCodec : struct, IJsonCodec<T>
    {
        if (values.Count == 0)
        {
            output.TrimNulls(optional);
        }

        foreach (var value in values)
        {
            output.Separate();
            TCodec.Write(output, value);
        }
    }
}
