using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads <c>type</c>, or infers it from the keywords that speak about one type only.</summary>
internal sealed class TypeReader(KeywordReader keywords)
{
    private static readonly string[] s_object = ["properties", "required", "additionalProperties", "patternProperties", "unevaluatedProperties"];
    private static readonly string[] s_array = ["items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems"];
    private static readonly string[] s_text = ["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"];
    private static readonly string[] s_number = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    public SchemaTypes Read(JsonValue node)
    {
        var names = new List<string>();
        var allowsNull = false;
        if (SchemaKeywords.Get(node, "type") is { } type)
        {
            foreach (var item in type.IsArray ? type.Items : [type])
            {
                if (Name(item) is not { } name)
                {
                    continue;
                }

                allowsNull |= name == "null";
                if (name != "null" && !names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }

        if (names.Count > 0 || allowsNull)
        {
            // Every integer is a number already.
            if (names.Contains("number"))
            {
                names.Remove("integer");
            }

            return new SchemaTypes(names, allowsNull, true);
        }

        return new SchemaTypes(Infer(node) is { } inferred ? [inferred] : [], false, false);
    }

    private static string? Infer(JsonValue node) =>
        HasAny(node, s_object) ? "object"
            : HasAny(node, s_array) ? "array"
            : HasAny(node, s_text) ? "string"
            : HasAny(node, s_number) ? "number"
            : SchemaKeywords.Get(node, "format") is { IsString: true } format ? TypeOfFormat(format.Text)
            : null;

    private static string TypeOfFormat(string format) => format switch
    {
        "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => "integer",
        "float" or "double" or "decimal" => "number",
        _ => "string",
    };

    private static bool HasAny(JsonValue node, string[] names)
    {
        foreach (var name in names)
        {
            // A boolean "required" speaks about the parent (draft 3).
            if (SchemaKeywords.Get(node, name) is { } value && !(name == "required" && value.IsBoolean))
            {
                return true;
            }
        }

        return false;
    }

    private string? Name(JsonValue value)
    {
        if (value.IsString && value.Text is "object" or "array" or "string" or "number" or "integer" or "boolean" or "null" or "file")
        {
            return value.Text;
        }

        var remedy = value.IsString ? Meant(value.Text) : null;
        keywords.Invalid(value, $"{Sentence(KeywordReader.Describe(value))} is not a type and is ignored{(remedy is null ? "; use object, array, string, number, integer, boolean or null." : $"; did you mean \"{remedy}\"?")}");
        return null;
    }

    private static string? Meant(string name) => name.ToLowerInvariant() switch
    {
        "str" or "text" or "string" or "date" or "datetime" or "date-time" or "char" or "uuid" or "enum" => "string",
        "int" or "integer" or "long" or "int32" or "int64" => "integer",
        "float" or "double" or "decimal" or "number" => "number",
        "bool" or "boolean" => "boolean",
        "list" or "tuple" or "array" or "set" => "array",
        "dict" or "map" or "object" or "json" => "object",
        "none" or "nil" or "null" => "null",
        _ => null,
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
