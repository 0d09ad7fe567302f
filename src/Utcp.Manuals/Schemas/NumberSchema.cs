namespace Utcp.Manuals.Schemas;

/// <summary>A number or an integer. Bounds are kept as written in the document.</summary>
public sealed record NumberSchema : Schema
{
    /// <summary>Whether only integers are allowed.</summary>
    public bool IsInteger { get; init; }

    /// <summary><c>format</c>, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The lower bound as JSON number text, or null.</summary>
    public string? Minimum { get; init; }

    /// <summary>Whether the lower bound itself is excluded.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>The upper bound as JSON number text, or null.</summary>
    public string? Maximum { get; init; }

    /// <summary>Whether the upper bound itself is excluded.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <summary><c>multipleOf</c> as JSON number text, or null.</summary>
    public string? MultipleOf { get; init; }
}
