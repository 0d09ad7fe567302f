using System.Collections;

namespace Utcp.Generators;

/// <summary>An array that equals another one with equal elements, so that pipeline steps can be compared.</summary>
/// <remarks>A class, as each struct that passes through a pipeline costs some hundred methods that the compiler's process has to compile at its start.</remarks>
/// <param name="items">The elements. The array must not be changed afterwards.</param>
internal sealed class EquatableArray<T>(T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    /// <summary>No elements.</summary>
    public static EquatableArray<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(EquatableArray<T>? other) => ReferenceEquals(this, other) || (other is not null && items.AsSpan().SequenceEqual(other.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Span<T> AsSpan() => items.AsSpan();
}
