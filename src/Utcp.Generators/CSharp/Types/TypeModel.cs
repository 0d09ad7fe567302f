namespace Utcp.Generators.CSharp.Types;

/// <summary>A type to emit; everything about it is decided.</summary>
internal abstract record TypeModel
{
    public required TypeIdentity Identity { get; init; }

    public required DocText Doc { get; init; }

    public bool IsDeprecated { get; init; }
}

/// <summary>A record of an object.</summary>
internal sealed record RecordModel : TypeModel
{
    public required IReadOnlyList<PropertyModel> Properties { get; init; }

    /// <summary>The type of members under other names, or null when they are not kept.</summary>
    public CSharpType? AdditionalType { get; init; }

    /// <summary>The name of the property that keeps them.</summary>
    public string AdditionalName { get; init; } = "";

    /// <summary>The hierarchy this record is a case of, or null.</summary>
    public TypeIdentity? Base { get; init; }

    /// <summary>The discriminator and this case's tag, or null.</summary>
    public TagModel? Tag { get; init; }
}

/// <summary>A discriminator's property in a case of a hierarchy.</summary>
/// <param name="WireName">The property as written.</param>
/// <param name="Name">The property in C#; "" until the record is built.</param>
/// <param name="Values">The tags that select the case; the first is written.</param>
internal sealed record TagModel(string WireName, string Name, IReadOnlyList<string> Values);

/// <summary>A record of an array with fixed positions.</summary>
internal sealed record TupleModel : TypeModel
{
    public required IReadOnlyList<PropertyModel> Items { get; init; }

    /// <summary>The type of the elements behind the fixed positions, or null when they are skipped.</summary>
    public CSharpType? RestType { get; init; }

    public string RestName { get; init; } = "";
}

/// <summary>A property of a record, or a position of a tuple.</summary>
internal sealed record PropertyModel
{
    public required string WireName { get; init; }

    public required string Name { get; init; }

    /// <summary>The type without null.</summary>
    public required CSharpType Type { get; init; }

    public required Presence Presence { get; init; }

    public required DocText Doc { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The value of a constant, else null.</summary>
    public ConstantValue? Constant { get; init; }

    /// <summary>The limits of its schema, where callers set it.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>Whether the record's base has it too.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether only the server sets it (<c>readOnly</c>).</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the server never returns it (<c>writeOnly</c>).</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>Whether null is allowed; with <see cref="Presence"/> it decides between <c>T?</c> and <c>Optional&lt;T?&gt;</c>.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether a <c>JsonElement</c> that is null keeps it, so that it is sent again.</summary>
    public bool KeepsNull { get; init; }
}

/// <summary>A constant of a schema: a string, a number, true or false.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The decoded string, or the JSON text.</param>
internal sealed record ConstantValue(Manuals.Json.JsonKind Kind, string Text);

/// <summary>How a property may be absent or null.</summary>
internal enum Presence
{
    /// <summary><c>required T</c>.</summary>
    Required,

    /// <summary><c>required T?</c>: null is written.</summary>
    RequiredNullable,

    /// <summary><c>T?</c>: null is absent.</summary>
    Optional,

    /// <summary><c>Optional&lt;T?&gt;</c>: absent and null differ.</summary>
    OptionalNullable,

    /// <summary>A fixed value that is always written.</summary>
    Constant,
}

/// <summary>A struct over the text of a string enum.</summary>
internal sealed record StringEnumModel : TypeModel
{
    public required IReadOnlyList<EnumMemberModel> Members { get; init; }
}

/// <summary>An enum over integers.</summary>
internal sealed record IntegerEnumModel : TypeModel
{
    public required IReadOnlyList<EnumMemberModel> Members { get; init; }
}

/// <summary>A member of an enum.</summary>
internal sealed record EnumMemberModel(string Name, string Value, DocText Doc);

/// <summary>A struct that holds one of several types.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>Whether the status of an answer may tell the case.</summary>
    public bool IsByStatus { get; init; }

    public required IReadOnlyList<UnionCaseModel> Cases { get; init; }
}

/// <summary>A case of a union and the facts that select it.</summary>
internal sealed record UnionCaseModel
{
    /// <summary>The name in <c>TryGet…</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the delegate in <c>Match</c>.</summary>
    public required string ParameterName { get; init; }

    public required CSharpType Type { get; init; }

    public required CaseFacts Facts { get; init; }

    /// <summary>The cases of the schema that it is for.</summary>
    public required IReadOnlyList<int> Positions { get; init; }
}

/// <summary>An abstract record with one sealed case per tag.</summary>
internal sealed record HierarchyModel : TypeModel
{
    public required string DiscriminatorWireName { get; init; }

    public required IReadOnlyList<HierarchyCaseModel> Cases { get; init; }

    /// <summary>The properties, by their names in JSON, that the document gives to all cases.</summary>
    public required IReadOnlyList<string> Inherited { get; init; }

    /// <summary>Those of them that are the same in all cases, so that the record has them itself.</summary>
    public IReadOnlyList<PropertyModel> Shared { get; init; } = [];

    /// <summary>The name of the nested case for tags that the document does not list.</summary>
    public required string UnknownName { get; init; }
}

/// <summary>A case of a hierarchy and the tags that select it; the first is written.</summary>
internal sealed record HierarchyCaseModel(TypeIdentity Type, IReadOnlyList<string> Tags);
