namespace Utcp.Generators.CSharp.Types;

/// <summary>A C# type as generated code uses it: what it is called and which codec reads and writes it. Value equality by structure.</summary>
internal abstract record CSharpType
{
    /// <summary>Whether it is a struct, so that its nullable form is <c>Nullable&lt;T&gt;</c>.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>Whether this is a nullable form.</summary>
    public virtual bool IsNullable => false;

    /// <summary>The nullable form; a nullable type is its own.</summary>
    public CSharpType AsNullable() => IsNullable ? this : new NullableType(this);

    /// <summary>The form without null.</summary>
    public CSharpType AsNonNullable() => this is NullableType nullable ? nullable.Inner : this;

    /// <summary>The type as C# tells signatures apart: without the nullability of references.</summary>
    public CSharpType AsSignature() => this switch
    {
        ListType list => new ListType(list.Item.AsSignature()),
        MapType map => new MapType(map.Value.AsSignature()),
        NullableType { IsValueType: true } nullable => new NullableType(nullable.Inner.AsSignature()),
        NullableType nullable => nullable.Inner.AsSignature(),
        _ => this,
    };

    /// <summary>The type that allows null wherever this or another type of the same signature does.</summary>
    public CSharpType Join(CSharpType other) => (this, other) switch
    {
        (NullableType, _) or (_, NullableType) => AsNonNullable().Join(other.AsNonNullable()).AsNullable(),
        (ListType list, ListType with) => new ListType(list.Item.Join(with.Item)),
        (MapType map, MapType with) => new MapType(map.Value.Join(with.Value)),
        _ => this,
    };
}

/// <summary>A type of C# or of the framework that JSON has a direct form for.</summary>
/// <param name="Kind">Which one.</param>
internal sealed record SimpleType(SimpleKind Kind) : CSharpType
{
    public override bool IsValueType => Kind is not (SimpleKind.String or SimpleKind.Uri or SimpleKind.Stream or SimpleKind.File);

    public static SimpleType String { get; } = new(SimpleKind.String);

    public static SimpleType Element { get; } = new(SimpleKind.Element);
}

/// <summary>The types of the type table that are not generated.</summary>
internal enum SimpleKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    Date,
    Time,
    Duration,
    Uri,
    Bytes,
    Element,

    /// <summary>A <c>UtcpFile</c>: bytes in a part of a multipart body, or a body whose media type the caller knows.</summary>
    File,

    /// <summary>A <c>Stream</c>: the whole of a binary body. No codec.</summary>
    Stream,
}

/// <summary>A type that is generated: its name and kind are those of its <see cref="TypeIdentity"/>.</summary>
internal sealed record GeneratedType(TypeIdentity Identity) : CSharpType
{
    public override bool IsValueType => Identity.IsValueType;

    public bool Equals(GeneratedType? other) => other is not null && ReferenceEquals(Identity, other.Identity);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Identity);
}

/// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
internal sealed record ListType(CSharpType Item) : CSharpType
{
    public override bool IsValueType => false;
}

/// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
internal sealed record MapType(CSharpType Value) : CSharpType
{
    public override bool IsValueType => false;
}

/// <summary><c>T?</c>.</summary>
internal sealed record NullableType(CSharpType Inner) : CSharpType
{
    public override bool IsValueType => Inner.IsValueType;

    public override bool IsNullable => true;
}
