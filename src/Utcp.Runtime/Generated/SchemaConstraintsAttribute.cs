namespace Utcp.Generated;

/// <summary>
/// What the schema of a parameter or property allows. Generated code carries it so that the analyzer of Utcp.Generators can judge constant values (UTCP301), across project references too. At run
/// time it has no effect.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SchemaConstraintsAttribute : Attribute
{
    /// <summary>The least number, as JSON writes it, or null.</summary>
    public string? Minimum { get; set; }

    /// <summary>The greatest number, as JSON writes it, or null.</summary>
    public string? Maximum { get; set; }

    /// <summary>The number that every value is greater than, as JSON writes it, or null.</summary>
    public string? ExclusiveMinimum { get; set; }

    /// <summary>The number that every value is less than, as JSON writes it, or null.</summary>
    public string? ExclusiveMaximum { get; set; }

    /// <summary>The number that every value is a multiple of, as JSON writes it, or null.</summary>
    public string? MultipleOf { get; set; }

    /// <summary>The least length of a text, in Unicode characters. Default 0.</summary>
    public long MinLength { get; set; }

    /// <summary>The greatest length of a text, in Unicode characters. Default none.</summary>
    public long MaxLength { get; set; } = long.MaxValue;

    /// <summary>The regular expression (ECMA-262) that a text matches somewhere, or null.</summary>
    public string? Pattern { get; set; }

    /// <summary>The <c>format</c> of a text, or null.</summary>
    public string? Format { get; set; }

    /// <summary>The least number of elements. Default 0.</summary>
    public long MinItems { get; set; }

    /// <summary>The greatest number of elements. Default none.</summary>
    public long MaxItems { get; set; } = long.MaxValue;
}
