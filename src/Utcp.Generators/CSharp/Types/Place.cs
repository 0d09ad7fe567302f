using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Where a type without a name of its own stands, which is what it is named after.</summary>
/// <param name="Owner">What the place belongs to, such as <c>Issue</c> or <c>IssuesCreate</c>.</param>
/// <param name="Word">What it is there, such as <c>Milestone</c> or <c>Body</c>.</param>
/// <param name="Kind">Who the owner is.</param>
internal sealed record Place(string Owner, string Word, PlaceKind Kind)
{
    /// <summary>The name of the type that the owner of a place inside an operation belongs to, such as <c>IssuesCreateBody</c>; "" when there is none.</summary>
    public string Root { get; init; } = "";

    /// <summary>Owner and word, such as <c>IssueMilestone</c>; what both say is said once: <c>MergeMethod</c> of <c>AutoMerge</c> is <c>AutoMergeMethod</c>.</summary>
    public string FullName(TypeShape shape) => Identifier.Cut(Owner + WithoutOverlap(shape));

    /// <summary>A longer name, for a place whose full name somebody else has.</summary>
    public string LongName => Identifier.Cut((Root.Length > 0 ? Root : Owner) + Word);

    /// <summary>The same place for one element of it. A list has no name of its own that the element's could meet.</summary>
    public Place Item() => Plural.Singular(Word) is var singular && singular == Word + "Item" && (Kind != PlaceKind.Whole || Word.EndsWith("Item", StringComparison.Ordinal)) ? this : this with { Word = singular };

    /// <summary>A place that is known by its whole name only.</summary>
    public static Place Named(string name) => new("", name, PlaceKind.Whole);

    /// <summary>The whole of a body or an answer of an operation.</summary>
    public static Place OfWhole(string operation, string word) => new(operation, word, PlaceKind.Whole);

    /// <summary>A parameter of an operation, or another part that several operations may have in common.</summary>
    public static Place OfPart(string operation, string word) => new(operation, word, PlaceKind.Operation);

    private string WithoutOverlap(TypeShape shape)
    {
        for (var length = Math.Min(Owner.Length, Word.Length - 1); length > 0; length--)
        {
            var startsWord = length == Owner.Length || (char.IsUpper(Owner[Owner.Length - length]) && !char.IsUpper(Owner[Owner.Length - length - 1]));
            if (startsWord && char.IsUpper(Word[length]) && string.CompareOrdinal(Owner, Owner.Length - length, Word, 0, length) == 0)
            {
                return Word.Substring(length);
            }
        }

        return !Owner.EndsWith(Word, StringComparison.Ordinal) ? Word : shape is (TypeShape.Record or TypeShape.Hierarchy) ? "Details" : "Value";
    }
}

/// <summary>Who owns a place.</summary>
internal enum PlaceKind
{
    /// <summary>Nobody else: the place is a whole body or answer, or one of the cases of a union. Its type is its own.</summary>
    Whole,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A type with a name.</summary>
    Type,
}
