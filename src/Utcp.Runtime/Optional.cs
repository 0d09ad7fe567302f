using System.Diagnostics.CodeAnalysis;

namespace Utcp;

/// <summary>
/// A member that may be absent, be null, or have a value. <c>default</c> is absent; assigning a value, or null, makes it present.
/// Used only where a member is optional and nullable, because there "absent" and "null" mean different things.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value; may be null.</param>
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    private readonly T _value = value;

    /// <summary>Whether the member is present, be it with null.</summary>
    public bool HasValue { get; } = true;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The member is absent; ask HasValue or TryGet first.");

    /// <summary>Gets the value when the member is present.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <summary>The value, or <paramref name="fallback"/> when the member is absent.</summary>
    public T GetValueOrDefault(T fallback) => HasValue ? _value : fallback;

    /// <summary>A present member.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, _value);

    /// <summary>Whether both are absent, or both are present with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "absent";
}
