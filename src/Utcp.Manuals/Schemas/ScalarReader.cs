using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the keywords of numbers and strings.</summary>
internal sealed class ScalarReader(KeywordReader keywords, ProblemList problems)
{
    public Schema ReadNumber(JsonValue node, bool isInteger)
    {
        var (minimum, minimumIsExclusive) = Bound(node, "minimum", "exclusiveMinimum", tightest: 1);
        var (maximum, maximumIsExclusive) = Bound(node, "maximum", "exclusiveMaximum", tightest: -1);
        var step = keywords.Number(node, "multipleOf");
        if (step is not null && NumberText.Compare(step, "0") <= 0)
        {
            keywords.Invalid(SchemaKeywords.Get(node, "multipleOf")!, "The keyword \"multipleOf\" takes a number above 0; it is ignored.");
            step = null;
        }

        var schema = new NumberSchema
        {
            IsInteger = isInteger,
            Format = keywords.Text(node, "format"),
            Minimum = minimum,
            MinimumIsExclusive = minimumIsExclusive,
            Maximum = maximum,
            MaximumIsExclusive = maximumIsExclusive,
            MultipleOf = step,
        };
        return Satisfiable(schema) ? schema : Contradiction(node, SchemaKeywords.Get(node, "maximum") ?? SchemaKeywords.Get(node, "exclusiveMaximum") ?? node);
    }

    public Schema ReadText(JsonValue node)
    {
        var schema = new TextSchema
        {
            Format = keywords.Text(node, "format"),
            MinLength = keywords.Count(node, "minLength"),
            MaxLength = keywords.Count(node, "maxLength"),
            Pattern = keywords.Text(node, "pattern"),
            ContentEncoding = keywords.Text(node, "contentEncoding"),
            ContentMediaType = keywords.Text(node, "contentMediaType"),
        };
        return schema.MinLength > schema.MaxLength ? Contradiction(node, SchemaKeywords.Get(node, "maxLength") ?? node) : schema;
    }

    public static bool Satisfiable(NumberSchema schema)
    {
        var order = schema.Minimum is null || schema.Maximum is null ? -1 : NumberText.Compare(schema.Minimum, schema.Maximum);
        return order < 0 || (order == 0 && !schema.MinimumIsExclusive && !schema.MaximumIsExclusive);
    }

    private Schema Contradiction(JsonValue node, JsonValue at)
    {
        problems.Add(ProblemCodes.ContradictingSchema, at, "The upper limit lies below the lower one: no value fits. The schema is carried as a JSON element.");
        return new AnySchema { Span = node.Span, Source = node };
    }

    /// <summary>A bound of draft 4 (<c>exclusiveMinimum: true</c> beside <c>minimum</c>) or of later drafts (two bounds, of which the tighter counts).</summary>
    private (string? Value, bool IsExclusive) Bound(JsonValue node, string inclusive, string exclusive, int tightest)
    {
        var value = keywords.Number(node, inclusive);
        if (SchemaKeywords.Get(node, exclusive) is { IsBoolean: true } flag)
        {
            return (value, value is not null && flag.Kind == JsonKind.True);
        }

        var other = keywords.Number(node, exclusive);
        return other is not null && (value is null || NumberText.Compare(other, value) * tightest >= 0) ? (other, true) : (value, false);
    }
}
