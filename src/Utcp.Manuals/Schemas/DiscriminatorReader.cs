using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads the <c>discriminator</c> of OpenAPI.</summary>
internal sealed class DiscriminatorReader(ReferenceResolver resolver, Inheritance inheritance, AliasReader aliases, KeywordReader keywords, ProblemList problems)
{
    private const int MaxHops = 16;

    /// <summary>The discriminator of a union, or null when there is none or it does not tell the cases apart.</summary>
    public Discriminator? Read(JsonValue node, IReadOnlyList<JsonValue> nodes, IReadOnlyList<Schema> cases, SchemaScope scope)
    {
        if (SchemaKeywords.Get(node, "discriminator") is not { } value)
        {
            return null;
        }

        if (PropertyOf(value) is not { } property)
        {
            return null;
        }

        var mapped = ReadMapping(value, cases, scope);
        var tags = new List<IReadOnlyList<string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            var own = mapped[i].Count > 0 ? mapped[i] : Constants(nodes[i], property, scope);
            if (own.Count == 0 && cases[i] is ReferenceSchema reference)
            {
                own = [ReferenceTarget.LastSegment(reference.Target)];
            }

            if (own.Count == 0 || !own.TrueForAll(seen.Add))
            {
                var why = own.Count == 0 ? "has no tag" : "shares a tag with another";
                problems.Add(ProblemCodes.InvalidSchema, value, $"The keyword \"discriminator\" is ignored: case {(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} {why}.");
                return null;
            }

            tags.Add(own);
        }

        return new Discriminator(property, tags);
    }

    /// <summary>The property that a discriminator names; null, and reported, when it names none.</summary>
    public string? PropertyOf(JsonValue discriminator)
    {
        var property = NameOf(discriminator);
        if (property is null)
        {
            keywords.Invalid(discriminator, "The keyword \"discriminator\" takes an object with a \"propertyName\"; it is ignored.");
        }

        return property;
    }

    /// <summary>The property that a discriminator names, or null. Swagger 2.0 gives the name alone.</summary>
    public static string? NameOf(JsonValue discriminator) =>
        discriminator.IsString ? discriminator.Text : SchemaKeywords.Get(discriminator, "propertyName") is { IsString: true } name ? name.Text : null;

    /// <summary>The texts that a schema allows, by <c>const</c> or <c>enum</c>; empty when it allows any.</summary>
    public static List<string> Values(ReferenceResolver resolver, JsonValue schema, SchemaScope scope)
    {
        for (var hops = 0; hops < MaxHops && SchemaKeywords.Reference(schema) is { IsString: true } reference; hops++)
        {
            if (resolver.Find(reference.Text, scope) is not { } target)
            {
                return [];
            }

            (schema, scope) = (target.Node, target.Scope);
        }

        return SchemaKeywords.Const(schema) is { IsString: true } constant ? [constant.Text]
            : [.. (SchemaKeywords.Get(schema, "enum")?.Items ?? []).Where(v => v.IsString).Select(v => v.Text).Distinct()];
    }

    private List<string>[] ReadMapping(JsonValue discriminator, IReadOnlyList<Schema> cases, SchemaScope scope)
    {
        var tags = cases.Select(_ => new List<string>()).ToArray();
        if (!discriminator.IsObject)
        {
            return tags;
        }

        var byTarget = new Dictionary<string, int>(StringComparer.Ordinal);
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases[i] is ReferenceSchema reference)
            {
                byTarget[reference.Target] = i;
                byName[ReferenceTarget.LastSegment(reference.Target)] = i;
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in keywords.Object(discriminator, "mapping")?.Members ?? [])
        {
            // A mapping names a case by reference, or by the bare name of a schema.
            var target = member.Value.IsString && resolver.Find(member.Value.Text, scope) is not null ? (aliases.Follow(member.Value, scope) as ReferenceSchema)?.Target : null;
            if (target is not null ? byTarget.TryGetValue(target, out var index) : byName.TryGetValue(member.Value.Text, out index))
            {
                if (seen.Add(member.Name))
                {
                    tags[index].Add(member.Name);
                }
            }
            else
            {
                keywords.Invalid(member.Value, $"The mapping {Excerpt.Of(member.Name)} leads to none of the cases and is ignored.");
            }
        }

        return tags;
    }

    /// <summary>The texts that a property of a case is limited to, by <c>const</c> or <c>enum</c>.</summary>
    private List<string> Constants(JsonValue node, string property, SchemaScope scope)
    {
        foreach (var (part, partScope) in inheritance.Parts(node, scope))
        {
            if (SchemaKeywords.Get(part, "properties")?[property] is { } schema && Values(resolver, schema, partScope) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }
}
