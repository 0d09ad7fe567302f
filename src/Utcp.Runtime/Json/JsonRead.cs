using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads values for generated code. No name is overloaded: that keeps the compilation of big clients fast.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Begins an object whose members are in a table.</summary>
    public static JsonMembers Object(ref Utf8JsonReader reader, JsonNames names)
    {
        ExpectObject(ref reader);
        return new(names);
    }

    /// <summary>Begins a tuple: an array whose elements each have their own type.</summary>
    public static JsonItems Tuple(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonError.Expected("an array", ref reader);
        }

        return default;
    }

    /// <summary>Reads the current element of a tuple and all that follow it.</summary>
    public static IReadOnlyList<T> Rest<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
    {
        var items = new List<T> { TCodec.Read(ref reader) };
        var ahead = reader;
        while (NextElement(ref ahead))
        {
            reader = ahead;
            items.Add(TCodec.Read(ref reader));
            ahead = reader;
        }

        return items;
    }

    /// <summary>Skips the current value.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        // Not Skip(): that refuses readers of streams, whose current value is complete all the same.
        if (!reader.TrySkip())
        {
            throw JsonError.Incomplete();
        }
    }

    /// <summary>Reads a value by a codec.</summary>
    public static T Value<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => TCodec.Read(ref reader);

    /// <summary>Reads a value by a codec, or null.</summary>
    public static T? NullableValue<T, TCodec>(ref Utf8JsonReader reader)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
        => reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);

    /// <summary>Reads an object by a codec, or null.</summary>
    public static T? NullableReference<T, TCodec>(ref Utf8JsonReader reader)
        where T : class
        where TCodec : struct, IJsonCodec<T>
        => reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref reader);

    /// <summary>Reads a generated type.</summary>
    public static T Model<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => T.ReadJson(ref reader);

    /// <summary>Reads a generated record, or null.</summary>
    public static T? NullableModel<T>(ref Utf8JsonReader reader)
        where T : class, IJsonModel<T>
        => reader.TokenType == JsonTokenType.Null ? null : T.ReadJson(ref reader);

    /// <summary>Reads a generated struct, or null.</summary>
    public static T? NullableModelValue<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T>
        => reader.TokenType == JsonTokenType.Null ? null : T.ReadJson(ref reader);

    /// <summary>Reads an array.</summary>
    public static IReadOnlyList<T> List<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => ListCodec<T, TCodec>.Read(ref reader);

    /// <summary>Reads an array, or null.</summary>
    public static IReadOnlyList<T>? NullableList<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => reader.TokenType == JsonTokenType.Null ? null : ListCodec<T, TCodec>.Read(ref reader);

    /// <summary>Reads an array of generated types.</summary>
    public static IReadOnlyList<T> Models<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => ListCodec<T, ModelCodec<T>>.Read(ref reader);

    /// <summary>Reads an array of generated types, or null.</summary>
    public static IReadOnlyList<T>? NullableModels<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
        => reader.TokenType == JsonTokenType.Null ? null : ListCodec<T, ModelCodec<T>>.Read(ref reader);

    /// <summary>Reads an object with any member names.</summary>
    public static IReadOnlyDictionary<string, T> Map<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => MapCodec<T, TCodec>.Read(ref reader);

    /// <summary>Reads an object with any member names, or null.</summary>
    public static IReadOnlyDictionary<string, T>? NullableMap<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => reader.TokenType == JsonTokenType.Null ? null : MapCodec<T, TCodec>.Read(ref reader);

    /// <summary>Reads a member that is present; the codec decides about null.</summary>
    public static Optional<T> Optional<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
        => new(TCodec.Read(ref reader));

    /// <summary>Reads the text of an open enum; a known text is the instance of the table.</summary>
    public static string EnumText(ref Utf8JsonReader reader, JsonNames values)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonError.Expected("a string", ref reader);
        }

        var index = values.Match(ref reader, -1);
        return index < 0 ? reader.GetString()! : values[index];
    }

    internal static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonError.Expected("an object", ref reader);
        }

        // The reader's own limit comes first; this one is for callers who raise that one. Two depths of 64, because objects and lists may alternate.
        if ((reader.CurrentDepth & 62) == 62 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw JsonError.Create("the JSON is nested too deep");
        }
    }

    internal static bool NextElement(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    internal static bool NextMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw JsonError.Incomplete();
        }
    }
}
