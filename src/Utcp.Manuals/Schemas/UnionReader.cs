using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Reads <c>anyOf</c> and <c>oneOf</c>.</summary>
internal sealed class UnionReader(SchemaReader reader, ReferenceResolver resolver, KeywordReader keywords, DiscriminatorReader discriminators, ProblemList problems)
{
    /// <summary>The union that a keyword stands for; null when it is absent, or says nothing that a type can express.</summary>
    public Schema? Read(JsonValue node, string keyword, SchemaScope scope)
    {
        if (keywords.List(node, keyword) is not { } list)
        {
            return null;
        }

        if (list.Items.Count == 0)
        {
            keywords.Invalid(list, $"The keyword \"{keyword}\" takes at least one schema; it is ignored.");
            return null;
        }

        if (list.Items.All(IsPresenceRule))
        {
            problems.Add(ProblemCodes.IgnoredKeyword, list, $"The keyword \"{keyword}\" is ignored: C# types cannot express which properties go together.");
            return null;
        }

        var nodes = list.Items.Where(item => !IsNull(item, scope)).ToList();
        var nullable = nodes.Count < list.Items.Count;
        if (nodes.Count == 0)
        {
            return new NothingSchema { Nullable = true, Span = list.Span, Source = list };
        }

        if (nodes.Count > 1 && ValueReader.FromConstants(nodes) is { } values)
        {
            return values with { Nullable = nullable, Span = list.Span, Source = list };
        }

        var cases = nodes.ConvertAll(item => reader.ReadNode(item, scope));
        var discriminator = cases.Count > 1 ? discriminators.Read(node, nodes, cases, scope) : null;
        var union = Normal(cases, discriminator);
        return union with { Nullable = union.Nullable || nullable, Span = union.Span.Length == 0 ? list.Span : union.Span, Source = union.Source ?? list };
    }

    /// <summary>A union in the form that the model promises: null is a flag, unnamed unions within are dissolved, a repeated reference stands once.</summary>
    public static Schema Normal(IReadOnlyList<Schema> cases, Discriminator? discriminator)
    {
        var nullable = false;
        var flat = new List<Schema>();
        var tags = new List<IReadOnlyList<string>>();
        var targets = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            nullable |= cases[i].Nullable;
            if (cases[i] is NothingSchema { Nullable: true })
            {
                continue;
            }

            if (cases[i] is UnionSchema { Title: null, Discriminator: null } inner && discriminator is null)
            {
                flat.AddRange(inner.Cases);
            }
            else if (cases[i] is not ReferenceSchema reference || targets.Add(reference.Target))
            {
                flat.Add(cases[i].Nullable ? cases[i] with { Nullable = false } : cases[i]);
                tags.Add(discriminator?.Tags[i] ?? []);
            }
        }

        return flat.Count switch
        {
            0 => new NothingSchema { Nullable = true },
            1 => flat[0] with { Nullable = nullable },
            _ => new UnionSchema { Cases = flat, Nullable = nullable, Discriminator = discriminator is null ? null : discriminator with { Tags = tags } },
        };
    }

    private bool IsNull(JsonValue item, SchemaScope scope)
    {
        const int maxHops = 16;
        for (var hops = 0; hops < maxHops && SchemaKeywords.Reference(item) is { IsString: true } reference; hops++)
        {
            if (resolver.Find(reference.Text, scope) is not { } target)
            {
                return false;
            }

            (item, scope) = (target.Node, target.Scope);
        }

        return AliasReader.IsNullOnly(item);
    }

    /// <summary>Whether a case only says which properties must be present: a rule about combinations, not a shape.</summary>
    private static bool IsPresenceRule(JsonValue item)
    {
        if (!item.IsObject)
        {
            return false;
        }

        var rules = false;
        foreach (var member in item.Members)
        {
            rules |= member.Name is "required" && member.Value.IsArray;
            rules |= member.Name is "not";
        }

        return rules && SchemaKeywords.SubstanceOf(item).All(k => k == "required" || (k == "type" && item["type"]!.Text == "object"));
    }
}
