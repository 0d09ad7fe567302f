using System.Globalization;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Utcp.Validation;

/// <summary>The rule behind an error of NJsonSchema, and what it asks for in few words.</summary>
internal static class Expectation
{
    private const int MaxValues = 10;

    /// <summary>Whether an error is about the type of a value.</summary>
    public static bool IsType(ValidationErrorKind kind) => kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected or ValidationErrorKind.BooleanExpected
        or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates;

    public static (string Rule, string Expected) Of(ValidationError error)
    {
        var schema = error.Schema?.ActualSchema ?? new JsonSchema();
        return error.Kind switch
        {
            ValidationErrorKind.StringExpected => ("type", "a string"),
            ValidationErrorKind.NumberExpected => ("type", "a number"),
            ValidationErrorKind.IntegerExpected => ("type", "an integer"),
            ValidationErrorKind.BooleanExpected => ("type", "true or false"),
            ValidationErrorKind.ObjectExpected => ("type", "an object"),
            ValidationErrorKind.ArrayExpected => ("type", "an array"),
            ValidationErrorKind.NullExpected => ("type", "null"),
            ValidationErrorKind.NoTypeValidates => ("type", Types(schema)),
            ValidationErrorKind.PropertyRequired => ("required", "required and missing"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => ("additionalProperties", Names(schema)),
            ValidationErrorKind.NotInEnumeration => Values(schema),
            ValidationErrorKind.NumberTooSmall => Bound("minimum", "at least", schema.Minimum, "exclusiveMinimum", "more than", schema.ExclusiveMinimum, schema.IsExclusiveMinimum),
            ValidationErrorKind.NumberTooBig => Bound("maximum", "at most", schema.Maximum, "exclusiveMaximum", "less than", schema.ExclusiveMaximum, schema.IsExclusiveMaximum),
            ValidationErrorKind.NumberNotMultipleOf => ("multipleOf", "a multiple of " + Text(schema.MultipleOf)),
            ValidationErrorKind.TooFewItems => ("minItems", "at least " + Count(schema.MinItems, "item")),
            ValidationErrorKind.TooManyItems or ValidationErrorKind.TooManyItemsInTuple => ("maxItems", error.Kind == ValidationErrorKind.TooManyItems ? "at most " + Count(schema.MaxItems, "item") : "fewer items"),
            ValidationErrorKind.ItemsNotUnique => ("uniqueItems", "items that differ from each other"),
            ValidationErrorKind.TooFewProperties => ("minProperties", "at least " + Count(schema.MinProperties, "member")),
            ValidationErrorKind.TooManyProperties => ("maxProperties", "at most " + Count(schema.MaxProperties, "member")),
            ValidationErrorKind.NotAnyOf => ("anyOf", "one of the allowed forms"),
            ValidationErrorKind.NotOneOf => ("oneOf", "exactly one of the allowed forms"),
            ValidationErrorKind.ExcludedSchemaValidates => ("not", "another value"),
            _ => (error.Kind.ToString(), "another value"),
        };
    }

    private static string Types(JsonSchema schema)
    {
        var names = new List<string>();
        foreach (var (type, name) in (ReadOnlySpan<(JsonObjectType, string)>)[(JsonObjectType.String, "a string"), (JsonObjectType.Integer, "an integer"), (JsonObjectType.Number, "a number"), (JsonObjectType.Boolean, "true or false"), (JsonObjectType.Object, "an object"), (JsonObjectType.Array, "an array"), (JsonObjectType.Null, "null")])
        {
            if (schema.Type.HasFlag(type))
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? "another type" : string.Join(" or ", names);
    }

    private static (string Rule, string Expected) Values(JsonSchema schema)
    {
        var values = schema.Enumeration.Take(MaxValues).Select(value => value is string text ? "\"" + (text.Length <= 40 ? text : text[..40] + "…") + "\"" : System.Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant()).ToList();
        return ("enum", (values.Count == 1 ? "" : "one of ") + string.Join(", ", values) + (schema.Enumeration.Count > MaxValues ? ", …" : ""));
    }

    private static string Names(JsonSchema schema) => schema.Properties.Count == 0
        ? "no members"
        : "no such member; there are " + string.Join(", ", schema.Properties.Keys.Take(MaxValues)) + (schema.Properties.Count > MaxValues ? ", …" : "");

    private static (string Rule, string Expected) Bound(string rule, string words, decimal? bound, string exclusiveRule, string exclusiveWords, decimal? exclusive, bool isExclusive) =>
        exclusive is not null || isExclusive ? (exclusiveRule, $"{exclusiveWords} {Text(exclusive ?? bound)}") : (rule, $"{words} {Text(bound)}");

    private static string Count(int count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
