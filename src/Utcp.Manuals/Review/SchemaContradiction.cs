using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Review;

/// <summary>
/// Finds where a value certainly breaks its schema. What it does not understand it lets pass: this is no validator, and a wrong report costs more than a missing one.
/// </summary>
internal sealed class SchemaContradiction(ReferenceResolver resolver)
{
    private const int MaxDepth = 24;
    private const int MaxHops = 16;

    // Schemas that include themselves twice double the work with each level.
    private const int MaxStepsOfValue = 20_000;
    private const int MaxSteps = 2_000_000;

    private int _steps;
    private int _limit;

    /// <summary>The place and the reason; null when the value may well obey.</summary>
    public (JsonValue At, string Reason)? Find(JsonValue value, ReviewedSchema schema)
    {
        _limit = Math.Min(_steps + MaxStepsOfValue, MaxSteps);
        return Find(value, schema, 0) is { } found && _steps < _limit ? found : null;
    }

    private (JsonValue At, string Reason)? Find(JsonValue value, ReviewedSchema schema, int depth)
    {
        // null says "none" in most documents, whatever the schema says.
        if (++_steps >= _limit || value.IsNull || depth > MaxDepth || Follow(schema) is not { } found)
        {
            return null;
        }

        var (node, scope) = (found.Value, found.Scope);
        if (Wrong(value, node) is { } reason)
        {
            return (value, reason);
        }

        return InMembers(value, node, scope, depth) ?? InItems(value, node, scope, depth) ?? InParts(value, node, scope, depth);
    }

    private static string? Wrong(JsonValue value, JsonValue schema)
    {
        var types = schema["type"] is { IsString: true } one ? [one.Text] : schema["type"] is { IsArray: true } list ? list.Items.Where(item => item.IsString).Select(item => item.Text).ToArray() : [];
        if (types.Length > 0 && types.All(IsKnown) && !types.Any(type => Fits(value, type)))
        {
            return $"is {Described(value)}, but its schema takes {string.Join(" or ", types.Where(type => type != "null").Select(Article).DefaultIfEmpty("null"))}";
        }

        if (schema["enum"] is { IsArray: true, Items.Count: > 0 } listed && !listed.Items.Any(item => AreEqual(item, value)))
        {
            return "is not one of the values that its schema lists";
        }

        if (schema["const"] is { } constant && !AreEqual(constant, value))
        {
            return "is not the constant of its schema";
        }

        return value.Kind switch
        {
            JsonKind.Number => OutOfRange(value, schema),
            JsonKind.String => Count(schema, "minLength", "maxLength", new StringInfo(value.Text).LengthInTextElements, value.Text.Length, "characters"),
            JsonKind.Array => Count(schema, "minItems", "maxItems", value.Items.Count, value.Items.Count, "items"),
            _ => null,
        };
    }

    private static string? OutOfRange(JsonValue value, JsonValue schema)
    {
        if (Number(value) is not { } number)
        {
            return null;
        }

        var isBelow = (Number(schema["minimum"]) is { } minimum && (number < minimum || (number == minimum && schema["exclusiveMinimum"]?.Kind == JsonKind.True))) || (Number(schema["exclusiveMinimum"]) is { } above && number <= above);
        var isAbove = (Number(schema["maximum"]) is { } maximum && (number > maximum || (number == maximum && schema["exclusiveMaximum"]?.Kind == JsonKind.True))) || (Number(schema["exclusiveMaximum"]) is { } below && number >= below);
        return isBelow ? "is below the least value that its schema takes" : isAbove ? "is above the greatest value that its schema takes" : null;
    }

    // Schemas count code points; between text elements and code units lies their number.
    private static string? Count(JsonValue schema, string least, string most, int atLeast, int atMost, string what) =>
        Number(schema[least]) is { } minimum && atMost < minimum ? $"has fewer {what} than its schema takes"
            : Number(schema[most]) is { } maximum && atLeast > maximum ? $"has more {what} than its schema takes"
            : null;

    private (JsonValue At, string Reason)? InMembers(JsonValue value, JsonValue schema, SchemaScope scope, int depth)
    {
        var isClosed = schema["additionalProperties"]?.Kind == JsonKind.False && schema["patternProperties"] is null && schema["allOf"] is null && schema["$ref"] is null;
        foreach (var member in value.Members)
        {
            var property = schema["properties"]?[member.Name];
            if (property is null && isClosed)
            {
                return (member.Value, "is no property of its schema, which takes no others");
            }

            if (property is { IsObject: true } && Find(member.Value, new ReviewedSchema(property, member.Name, scope), depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private (JsonValue At, string Reason)? InItems(JsonValue value, JsonValue schema, SchemaScope scope, int depth) =>
        schema["items"] is { IsObject: true } items && schema["prefixItems"] is null
            ? value.Items.Select(item => Find(item, new ReviewedSchema(items, "", scope), depth + 1)).FirstOrDefault(found => found is not null)
            : null;

    private (JsonValue At, string Reason)? InParts(JsonValue value, JsonValue schema, SchemaScope scope, int depth)
    {
        foreach (var part in schema["allOf"]?.Items ?? [])
        {
            if (part.IsObject && Find(value, new ReviewedSchema(part, "", scope), depth + 1) is { } found)
            {
                return found;
            }
        }

        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            if (schema[keyword] is { Items.Count: > 0 } cases && cases.Items.All(item => item.IsObject && Find(value, new ReviewedSchema(item, "", scope), depth + 1) is not null))
            {
                return (value, "fits none of the schemas that it may have");
            }
        }

        return null;
    }

    private ReviewedSchema? Follow(ReviewedSchema schema)
    {
        for (var hops = 0; schema.Value["$ref"] is { } reference; hops++)
        {
            if (hops == MaxHops || !reference.IsString || resolver.Find(reference.Text, schema.Scope) is not { Node.IsObject: true } target)
            {
                return null;
            }

            schema = new ReviewedSchema(target.Node, schema.Name, target.Scope);
        }

        return schema;
    }

    private static bool IsKnown(string type) => type is "string" or "number" or "integer" or "boolean" or "array" or "object" or "null";

    private static bool Fits(JsonValue value, string type) => type switch
    {
        "string" => value.IsString,
        "number" => value.Kind == JsonKind.Number,
        "integer" => value.Kind == JsonKind.Number && (Number(value) is not { } number || decimal.Truncate(number) == number),
        "boolean" => value.IsBoolean,
        "array" => value.IsArray,
        "object" => value.IsObject,
        _ => value.IsNull,
    };

    private static decimal? Number(JsonValue? value) =>
        value is { Kind: JsonKind.Number } && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool AreEqual(JsonValue a, JsonValue b) => a.Kind == b.Kind && a.Kind switch
    {
        JsonKind.String => a.Text == b.Text,
        JsonKind.Number => a.Text == b.Text || Number(a) == Number(b),
        JsonKind.Array => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, AreEqual).All(equal => equal),
        JsonKind.Object => a.Members.Count == b.Members.Count && a.Members.All(member => b[member.Name] is { } other && AreEqual(member.Value, other)),
        _ => true,
    };

    private static string Described(JsonValue value) => Utcp.FieldReader.KindOf(value);

    private static string Article(string type) => type is "integer" or "array" or "object" ? "an " + type : "a " + type;
}
