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

    /// <summary>The type of a string with a form of its own, or null.</summary>
    public SimpleKind? Format { get; init; }

    /// <summary>What the items of an array are, where a union has several arrays.</summary>
    public CaseFacts? Items { get; init; }

    /// <summary>The cases of a union that is a case itself.</summary>
    public IReadOnlyList<CaseFacts> Cases { get; init; } = [];
}

/// <summary>A property of a case that holds one of a few strings, or one number or boolean.</summary>
/// <param name="PropertyName">The property.</param>
/// <param name="Values">The strings, or the JSON text of the literal.</param>
/// <param name="IsLiteral">Whether the value is a number or a boolean.</param>
internal sealed record CaseConstant(string PropertyName, IReadOnlyList<string> Values, bool IsLiteral = false);

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
