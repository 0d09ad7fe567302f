using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads <c>const</c> and <c>enum</c>: schemas that list their values.</summary>
internal sealed class ValueReader(KeywordReader keywords, ProblemList problems)
{
    public Schema? Read(JsonValue node, SchemaTypes types)
    {
        if (SchemaKeywords.Const(node) is { } written)
        {
            var constant = Meant(written, types);
            if (constant.IsNull)
            {
                return new NothingSchema { Nullable = true };
            }

            if (Fits(constant, types))
            {
                return new ConstSchema { Value = constant, Nullable = types.AllowsNull };
            }

            keywords.Invalid(constant, $"The keyword \"const\" is ignored: {KeywordReader.Describe(constant)} is not of the schema's type.");
        }

        return SchemaKeywords.Get(node, "enum") is null || keywords.List(node, "enum") is not { } list ? null : ReadEnum(node, list, types);
    }

    /// <summary>The <c>enum</c> that a list of schemas with one value each stands for; null when the list is something else.</summary>
    public static EnumSchema? FromConstants(IReadOnlyList<JsonValue> cases)
    {
        var members = new List<EnumMember>();
        var values = new HashSet<string>(StringComparer.Ordinal);
        bool? integers = null;
        foreach (var item in cases)
        {
            if (!item.IsObject || SchemaKeywords.SubstanceOf(item).Any(k => k is not ("const" or "enum" or "type")))
            {
                return null;
            }

            var value = SchemaKeywords.Const(item) ?? (SchemaKeywords.Get(item, "enum") is { IsArray: true, Items.Count: 1 } single ? single.Items[0] : null);
            var text = value is null ? null : value.IsString ? value.Text : value.Kind == JsonKind.Number ? NumberText.Integer(value.Text) : null;
            if (text is null || (integers ?? !value!.IsString) == value!.IsString)
            {
                return null;
            }

            integers = !value.IsString;
            if (values.Add(text))
            {
                members.Add(new EnumMember(text, TextOf(item, "title"), TextOf(item, "description") ?? ""));
            }
        }

        return members.Count > 0 ? new EnumSchema { IsInteger = integers == true, Members = members } : null;
    }

    private Schema? ReadEnum(JsonValue node, JsonValue list, SchemaTypes types)
    {
        if (list.Items.Count == 0)
        {
            keywords.Invalid(list, "An empty \"enum\" allows no value; it is ignored.");
            return null;
        }

        var names = new EnumNames(node);
        var strings = new EnumMembers();
        var integers = new EnumMembers();
        var order = new List<string>();
        var others = new List<JsonValue>();
        var numbers = new List<JsonValue>();
        var nullable = types.AllowsNull;
        JsonValue[] values = [.. list.Items.Select(value => Meant(value, types))];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (value.IsNull)
            {
                nullable = true;
                continue;
            }

            if (!Fits(value, types))
            {
                keywords.Invalid(value, $"This value of \"enum\" is ignored: {KeywordReader.Describe(value)} is not of the schema's type.");
                continue;
            }

            var integer = value.Kind == JsonKind.Number ? NumberText.Integer(value.Text) : null;
            if (value.IsString)
            {
                strings.Add(value.Text, names, i);
            }
            else if (integer is not null)
            {
                integers.Add(integer, names, i);
            }
            else
            {
                (value.Kind == JsonKind.Number ? numbers : others).Add(value);
            }

            var kind = KindOf(value);
            if (!order.Contains(kind))
            {
                order.Add(kind);
            }
        }

        if (order.Count == 0)
        {
            return nullable && !types.AllowsNull ? (types.Names.Count == 0 ? new NothingSchema { Nullable = true } : null) : null;
        }

        var cases = new List<Schema>();
        foreach (var kind in order)
        {
            cases.Add(kind switch
            {
                "string" => new EnumSchema { Members = strings.Members },
                "number" => Numbers(node, list, integers, numbers),
                "boolean" => Booleans(others),
                _ => Others(list, others.FindAll(v => !v.IsBoolean)),
            } with { Span = list.Span, Source = JsonValue.Array([.. values.Where(v => KindOf(v) == kind)], list.Span) });
        }

        return cases.Count == 1 ? cases[0] with { Nullable = nullable } : new UnionSchema { Cases = cases, Nullable = nullable };
    }

    private Schema Numbers(JsonValue node, JsonValue list, EnumMembers integers, List<JsonValue> numbers)
    {
        var format = keywords.Text(node, "format");
        if (numbers.Count == 0)
        {
            return new EnumSchema { IsInteger = true, Format = format, Members = integers.Members };
        }

        if (numbers.Count == 1 && integers.Members.Count == 0)
        {
            return new ConstSchema { Value = numbers[0] };
        }

        problems.Add(ProblemCodes.IgnoredKeyword, list, "The keyword \"enum\" is ignored for its numbers: not all of them are 64-bit integers.");
        return new NumberSchema { Format = format };
    }

    private static Schema Booleans(List<JsonValue> values)
    {
        var booleans = values.FindAll(v => v.IsBoolean);
        return booleans.TrueForAll(v => v.Kind == booleans[0].Kind) ? new ConstSchema { Value = booleans[0] } : new BooleanSchema();
    }

    private Schema Others(JsonValue list, List<JsonValue> values)
    {
        if (values.Count == 1)
        {
            return new ConstSchema { Value = values[0] };
        }

        problems.Add(ProblemCodes.UntypedSchema, list, "An \"enum\" of objects or arrays is carried as a JSON element.");
        return new AnySchema();
    }

    private static string KindOf(JsonValue value) => value.Kind switch
    {
        JsonKind.String => "string",
        JsonKind.Number => "number",
        JsonKind.True or JsonKind.False => "boolean",
        _ => "structure",
    };

    // Only a stated type speaks about values: an inferred one comes from keywords that are silent about other kinds.
    private static bool Fits(JsonValue value, SchemaTypes types) => !types.AreStated || types.Names.Any(name => value.Kind switch
    {
        JsonKind.String => name is "string" or "file",
        JsonKind.Number => name == "number" || (name == "integer" && IsWhole(value.Text)),
        JsonKind.True or JsonKind.False => name == "boolean",
        JsonKind.Array => name == "array",
        JsonKind.Object => name == "object",
        _ => false,
    });

    // Of a string, 1.0 and true are text that lost its quotes: in YAML by the author, in JSON by a converter.
    private static JsonValue Meant(JsonValue value, SchemaTypes types) =>
        !types.AreStated || types.Names.Count != 1 || types.Names[0] != "string" ? value
        : value.Kind == JsonKind.Number ? JsonValue.String(value.Text, value.Span)
        : value.IsBoolean ? JsonValue.String(value.Kind == JsonKind.True ? "true" : "false", value.Span)
        : value;

    private static bool IsWhole(string number) => NumberText.Integer(number) is not null || number.IndexOfAny(['.', 'e', 'E']) < 0;

    private static string? TextOf(JsonValue node, string name) => SchemaKeywords.Get(node, name) is { IsString: true } value ? value.Text : null;
}
