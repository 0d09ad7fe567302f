namespace Utcp.Generators.CSharp.Types;

/// <summary>The name and kind of a generated type: all that a use of it needs, known before its members are.</summary>
internal sealed class TypeIdentity(string name, TypeShape shape, Place? place = null)
{
    public string Name { get; } = name;

    public TypeShape Shape { get; } = shape;

    public bool IsValueType => Shape is not (TypeShape.Record or TypeShape.Tuple or TypeShape.Hierarchy);

    /// <summary>The place of a member, for a type that it needs.</summary>
    public Place Member(string word) => place switch
    {
        // What an operation sends or gets belongs to the operation: IssuesCreateLabel, not IssuesCreateBodyLabel.
        { Kind: PlaceKind.Whole, Owner.Length: > 0 } => new(place.Owner, word, PlaceKind.Operation) { Root = Name },
        { Kind: PlaceKind.Operation } when Name != place.Word => new(Name, word, PlaceKind.Operation),
        _ => new(Name, word, PlaceKind.Type),
    };
}

/// <summary>What a generated type is in C#.</summary>
internal enum TypeShape
{
    /// <summary>A sealed record of an object.</summary>
    Record,

    /// <summary>A sealed record of an array with fixed positions.</summary>
    Tuple,

    /// <summary>An abstract record with one sealed case per tag.</summary>
    Hierarchy,

    /// <summary>A struct over the text of a string enum.</summary>
    StringEnum,

    /// <summary>An enum over <c>int</c>.</summary>
    Int32Enum,

    /// <summary>An enum over <c>long</c>.</summary>
    Int64Enum,

    /// <summary>A struct that holds one of several types.</summary>
    Union,
}
