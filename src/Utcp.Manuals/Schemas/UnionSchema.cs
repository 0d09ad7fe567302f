namespace Utcp.Manuals.Schemas;

/// <summary>One of several schemas: <c>oneOf</c>, <c>anyOf</c>, a list of types, or an enum of several kinds. At least two cases, or one that a discriminator
/// names; none of them only <c>null</c>.</summary>
public sealed record UnionSchema : Schema
{
    /// <summary>The cases in document order.</summary>
    public required IReadOnlyList<Schema> Cases { get; init; }

    /// <summary>The property that tells the cases apart, or null.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary>The object that the cases include, where the choice is made of a base with a discriminator; else null.</summary>
    public ObjectSchema? Base { get; init; }

    /// <summary>Whether each case is the body of another answer, so that the status of an answer tells which one it is (<see cref="Model.ToolResponse.ResultCase"/>).</summary>
    public bool IsByStatus { get; init; }
}
