using System.Globalization;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp;

/// <summary>The limits of a schema that its C# type does not express.</summary>
internal static class ConstraintList
{
    private const int MaxPatternLength = 400;

    // Texts that stay texts in C#. The others have types of their own.
    private static readonly string[] s_formats = ["email", "ipv4", "hostname"];

    /// <summary>The limits, empty where there are none.</summary>
    /// <param name="schema">The schema, resolved.</param>
    /// <param name="type">The type that carries it.</param>
    public static IReadOnlyList<Constraint> Of(Schema schema, CSharpType type) => (schema, type.AsNonNullable()) switch
    {
        (NumberSchema number, SimpleType { Kind: SimpleKind.Int32 or SimpleKind.Int64 or SimpleKind.Double or SimpleKind.Decimal }) =>
        [
            .. Text(number.MinimumIsExclusive ? "ExclusiveMinimum" : "Minimum", number.Minimum),
            .. Text(number.MaximumIsExclusive ? "ExclusiveMaximum" : "Maximum", number.Maximum),
            .. Text("MultipleOf", number.MultipleOf is "1" && number.IsInteger ? null : number.MultipleOf),
        ],
        (TextSchema text, SimpleType { Kind: SimpleKind.String }) =>
        [
            .. Count("MinLength", text.MinLength is > 0 ? text.MinLength : null),
            .. Count("MaxLength", text.MaxLength),
            .. Text("Pattern", text.Pattern is { Length: > 0 and <= MaxPatternLength } pattern ? pattern : null),
            .. Text("Format", s_formats.Contains(text.Format) ? text.Format : null),
        ],
        (ArraySchema array, ListType) => [.. Count("MinItems", array.MinItems is > 0 ? array.MinItems : null), .. Count("MaxItems", array.MaxItems)],
        _ => [],
    };

    private static IEnumerable<Constraint> Text(string name, string? value) => value is null ? [] : [new Constraint(name, value, true)];

    private static IEnumerable<Constraint> Count(string name, long? value) => value is { } count ? [new Constraint(name, count.ToString(CultureInfo.InvariantCulture), false)] : [];
}
