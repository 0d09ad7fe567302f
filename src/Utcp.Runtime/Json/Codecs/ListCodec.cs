using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Utcp.Json;

/// <summary>Reads and writes an array. What is read has exactly the length it needs.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonError.Expected("an array", ref reader);
        }

        var pool = ArrayPool<T>.Shared;
        T[] items = [];
        var count = 0;
        while (JsonRead.NextElement(ref reader))
        {
            if (count == items.Length)
            {
                var larger = pool.Rent(count == 0 ? 16 : count * 2);
                if (count > 0)
                {
                    Array.Copy(items, larger, count);
                    pool.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
                }

                items = larger;
            }

            items[count++] = TCodec.Read(ref reader);
        }

        if (count == 0)
        {
            return [];
        }

        var exact = items.AsSpan(0, count).ToArray();
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            items.AsSpan(0, count).Clear();
        }

        pool.Return(items);
        return exact;
    }

    /// <inheritdoc/>
    public static void Write(JsonOutput output, IReadOnlyList<T> value)
    {
        if (value is null)
        {
            output.WriteMissing();
            return;
        }

        output.BeginArray();
        if (value is T[] items)
        {
            foreach (var item in items)
            {
                output.Separate();
                TCodec.Write(output, item);
            }
        }
        else
        {
            var count = value.Count;
            for (var i = 0; i < count; i++)
            {
                output.Separate();
                TCodec.Write(output, value[i]);
            }
        }

        output.EndArray();
    }
}
