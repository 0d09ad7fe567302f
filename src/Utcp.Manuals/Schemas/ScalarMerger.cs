using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Intersects booleans, numbers, strings, enums and constants.</summary>
internal sealed class ScalarMerger(ProblemList problems)
{
    /// <summary>The intersection, or null when it is empty, as it is for different kinds.</summary>
    public Schema? Merge(Schema left, Schema right) => (left, right) switch
    {
        (ConstSchema l, ConstSchema r) => JsonText.Minify(l.Value) == JsonText.Minify(r.Value) ? r : null,
        (ConstSchema l, _) => Allows(right, l.Value) ? l : null,
        (_, ConstSchema r) => Allows(left, r.Value) ? r : null,
        (BooleanSchema, BooleanSchema) => right,
        (EnumSchema l, EnumSchema r) => MergeEnums(l, r),
        (EnumSchema l, NumberSchema r) => l.IsInteger ? WithFormat(l, r.Format) : null,
        (NumberSchema l, EnumSchema r) => r.IsInteger ? WithFormat(r, l.Format) : null,
        (EnumSchema l, TextSchema) => l.IsInteger ? null : l,
        (TextSchema, EnumSchema r) => r.IsInteger ? null : r,
        (NumberSchema l, NumberSchema r) => MergeNumbers(l, r),
        (TextSchema l, TextSchema r) => MergeTexts(l, r),
        _ => null,
    };

    private static bool Allows(Schema schema, JsonValue value) => schema switch
    {
        EnumSchema values => values.Members.Any(m => m.Value == (values.IsInteger ? NumberText.Integer(value.Text) : value.Text)) && values.IsInteger == (value.Kind == JsonKind.Number),
        TextSchema => value.IsString,
        NumberSchema number => value.Kind == JsonKind.Number && (!number.IsInteger || NumberText.Integer(value.Text) is not null),
        BooleanSchema => value.IsBoolean,
        ObjectSchema => value.IsObject,
        ArraySchema => value.IsArray,
        _ => false,
    };

    private static EnumSchema? MergeEnums(EnumSchema left, EnumSchema right)
    {
        if (left.IsInteger != right.IsInteger)
        {
            return null;
        }

        var others = left.Members.ToDictionary(m => m.Value, StringComparer.Ordinal);
        var members = right.Members
            .Where(m => others.ContainsKey(m.Value))
            .Select(m => new EnumMember(m.Value, m.Name ?? others[m.Value].Name, m.Description.Length > 0 ? m.Description : others[m.Value].Description))
            .ToList();
        return members.Count == 0 ? null
            : IsSame(members, right) ? right
            : IsSame(members, left) ? left
            : right with { Members = members, Format = right.Format ?? left.Format };
    }

    private static bool IsSame(List<EnumMember> members, EnumSchema schema) => members.Count == schema.Members.Count && members.Zip(schema.Members, (a, b) => a == b).All(same => same);

    private static EnumSchema WithFormat(EnumSchema schema, string? format) => schema.Format is not null || format is null ? schema : schema with { Format = format };

    private NumberSchema? MergeNumbers(NumberSchema left, NumberSchema right)
    {
        var (minimum, minimumIsExclusive) = Tighter(left.Minimum, left.MinimumIsExclusive, right.Minimum, right.MinimumIsExclusive, 1);
        var (maximum, maximumIsExclusive) = Tighter(left.Maximum, left.MaximumIsExclusive, right.Maximum, right.MaximumIsExclusive, -1);
        var merged = right with
        {
            IsInteger = left.IsInteger || right.IsInteger,
            Format = MergeFormat(left.Format, right.Format),
            Minimum = minimum,
            MinimumIsExclusive = minimumIsExclusive,
            Maximum = maximum,
            MaximumIsExclusive = maximumIsExclusive,
            MultipleOf = right.MultipleOf ?? left.MultipleOf,
        };
        Ignore(left.MultipleOf, right.MultipleOf, "multipleOf", right);
        return !ScalarReader.Satisfiable(merged) ? null : IsSame(merged, right) ? right : IsSame(merged, left) ? left : merged;
    }

    private TextSchema? MergeTexts(TextSchema left, TextSchema right)
    {
        var merged = right with
        {
            Format = right.Format ?? left.Format,
            MinLength = Limits.Larger(left.MinLength, right.MinLength),
            MaxLength = Limits.Smaller(left.MaxLength, right.MaxLength),
            Pattern = right.Pattern ?? left.Pattern,
            ContentEncoding = right.ContentEncoding ?? left.ContentEncoding,
            ContentMediaType = right.ContentMediaType ?? left.ContentMediaType,
        };
        Ignore(left.Format, right.Format, "format", right);
        Ignore(left.Pattern, right.Pattern, "pattern", right);
        return merged.MinLength > merged.MaxLength ? null : IsSame(merged, right) ? right : IsSame(merged, left) ? left : merged;
    }

    /// <summary>Reports that of two values of a keyword only the right one is kept.</summary>
    private void Ignore(string? left, string? right, string keyword, Schema at)
    {
        if (left is not null && right is not null && left != right)
        {
            problems.Add(ProblemCodes.IgnoredKeyword, at.Span, $"Of two different values of \"{keyword}\" that apply here only {Excerpt.Of(right)} is kept.");
        }
    }

    private static string? MergeFormat(string? left, string? right) => (left, right) is ("int32", "int64") ? "int32" : right ?? left;

    private static (string? Value, bool IsExclusive) Tighter(string? left, bool leftIsExclusive, string? right, bool rightIsExclusive, int sign)
    {
        var order = left is null ? -1 : right is null ? 1 : NumberText.Compare(left, right) * sign;
        return order > 0 ? (left, leftIsExclusive) : order < 0 ? (right, rightIsExclusive) : (right, leftIsExclusive || rightIsExclusive);
    }

    private static bool IsSame(NumberSchema a, NumberSchema b) =>
        a.IsInteger == b.IsInteger && a.Format == b.Format && a.Minimum == b.Minimum && a.MinimumIsExclusive == b.MinimumIsExclusive
        && a.Maximum == b.Maximum && a.MaximumIsExclusive == b.MaximumIsExclusive && a.MultipleOf == b.MultipleOf;

    private static bool IsSame(TextSchema a, TextSchema b) =>
        a.Format == b.Format && a.MinLength == b.MinLength && a.MaxLength == b.MaxLength && a.Pattern == b.Pattern
        && a.ContentEncoding == b.ContentEncoding && a.ContentMediaType == b.ContentMediaType;
}
