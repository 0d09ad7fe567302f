using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>Finds the tags of schemas that include a base with a discriminator.</summary>
internal sealed class HierarchyTags(ReferenceResolver resolver, Inheritance inheritance)
{
    // What generators write beside a schema whose tag is not its name.
    private static readonly string[] s_extensions = ["x-ms-discriminator-value", "x-discriminator-value"];

    /// <summary>What a schema says itself: beside its keywords, or by a property that it declares otherwise than its base. Empty when it says nothing.</summary>
    public List<string> Stated(ReferenceTarget schema, string property, ReferenceTarget hierarchy)
    {
        foreach (var extension in s_extensions)
        {
            if (SchemaKeywords.Get(schema.Node, extension) is { IsString: true } value)
            {
                return [value.Text];
            }
        }

        var inherited = new HashSet<JsonValue>(inheritance.Parts(hierarchy.Node, hierarchy.Scope).Select(part => part.Node));
        return Values(inheritance.Parts(schema.Node, schema.Scope).Where(part => !inherited.Contains(part.Node)), property);
    }

    /// <summary>The texts that a base limits its discriminator to, or empty.</summary>
    public List<string> Allowed(ReferenceTarget hierarchy, string property) => Values(inheritance.Parts(hierarchy.Node, hierarchy.Scope), property);

    /// <summary>The tag of a schema that nobody states: its name. Where the base allows certain texts only, the one that the name is made of, if there is just one.</summary>
    public static string Implied(string name, IReadOnlyList<string> allowed)
    {
        if (allowed.Count == 0 || allowed.Contains(name))
        {
            return name;
        }

        var plain = Letters(name);
        var same = allowed.Where(text => Letters(text) == plain).ToList();
        var parts = same.Count > 0 ? same : [.. allowed.Where(text => Letters(text) is { Length: > 2 } part && (plain.StartsWith(part, StringComparison.Ordinal) || plain.EndsWith(part, StringComparison.Ordinal)))];
        return parts.Count == 1 ? parts[0] : name;
    }

    private List<string> Values(IEnumerable<(JsonValue Node, SchemaScope Scope)> parts, string property)
    {
        foreach (var (part, scope) in parts)
        {
            if (SchemaKeywords.Get(part, "properties")?[property] is { } schema && DiscriminatorReader.Values(resolver, schema, scope) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
