namespace Utcp.Generators.CSharp.Types;

/// <summary>What tells a union's case apart from the others without reading it whole.</summary>
internal sealed record CaseFacts
{
    /// <summary>The kinds of JSON value that the case can be.</summary>
    public required CaseTokens Tokens { get; init; }

    /// <summary>The strings that the case can be, or empty for any.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The properties that hold one of a few strings.</summary>
    public IReadOnlyList<CaseConstant> Constants { get; init; } = [];

    /// <summary>The properties that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The other properties the case knows.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Whether <see cref="Texts"/> are the known values of an open enum.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether properties with other names belong to the case.</summary>
    public bool IsMap { get; init; }
}

/// <summary>A property of a case that holds one of a few strings.</summary>
internal sealed record CaseConstant(string PropertyName, IReadOnlyList<string> Values);

/// <summary>Kinds of JSON value.</summary>
[Flags]
internal enum CaseTokens
{
    None = 0,
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
    Any = 63,
}
