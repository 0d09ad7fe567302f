using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>What the keywords of JSON Schema are for.</summary>
internal static class SchemaKeywords
{
    /// <summary>Keywords that say which values are allowed and that the model can express.</summary>
    private static readonly HashSet<string> s_substance = new(StringComparer.Ordinal)
    {
        "$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "type", "enum", "const",
        "properties", "required", "additionalProperties", "patternProperties", "unevaluatedProperties",
        "items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems",
        "minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    };

    /// <summary>
    /// Keywords that shape values in a way that no C# type can express. Not those that only count or check names (<c>minProperties</c>,
    /// <c>propertyNames</c>): nobody expects a type to say that.
    /// </summary>
    private static readonly HashSet<string> s_inexpressible = new(StringComparer.Ordinal)
    {
        "not", "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies", "contains", "unevaluatedItems",
        "extends", "disallow", "divisibleBy",
    };

    private static readonly string[] s_references = ["$ref", "$dynamicRef", "$recursiveRef"];

    /// <summary>The value of a keyword; null when it is absent or <c>null</c>, because serialisers write absent keywords as <c>null</c>.</summary>
    public static JsonValue? Get(JsonValue node, string name) => node[name] is { IsNull: false } value ? value : null;

    /// <summary>The value of <c>const</c>. A lone <c>const: null</c> means null; among other keywords it is one that a serialiser wrote for "absent".</summary>
    public static JsonValue? Const(JsonValue node)
    {
        if (node["const"] is not { } value || !value.IsNull)
        {
            return node["const"];
        }

        foreach (var member in node.Members)
        {
            if (member.Name != "const" && s_substance.Contains(member.Name))
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>The value of <c>$ref</c>, or of the keyword of another draft that stands in for it.</summary>
    public static JsonValue? Reference(JsonValue node)
    {
        foreach (var name in s_references)
        {
            if (Get(node, name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public static bool IsReference(string name) => Array.IndexOf(s_references, name) >= 0;

    /// <summary>The keywords with substance that a schema has, <c>required: true</c> of draft 3 aside: it speaks about the parent.</summary>
    public static IEnumerable<string> SubstanceOf(JsonValue node)
    {
        foreach (var member in node.Members)
        {
            var isNull = member.Value.IsNull && (member.Name != "const" || Const(node) is null);
            if (!isNull && s_substance.Contains(member.Name) && (member.Name != "required" || !member.Value.IsBoolean))
            {
                yield return member.Name;
            }
        }
    }

    /// <summary>Whether a name means something in a schema.</summary>
    public static bool IsKeyword(string name) => s_substance.Contains(name) || s_inexpressible.Contains(name);

    public static bool IsInexpressible(string name) => s_inexpressible.Contains(name);
}
