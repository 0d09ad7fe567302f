using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// Makes choices of schemas that have a <c>discriminator</c> but no choice of their own: the schemas that include them through <c>allOf</c>, and those that the mapping names.
/// Elsewhere such a base stays the object that it is, because those schemas include it so.
/// </summary>
internal sealed class HierarchyReader(SchemaReader reader, ReferenceResolver resolver, Inheritance inheritance, DiscriminatorReader discriminators, KeywordReader keywords, ProblemList problems)
{
    private readonly HierarchyTags _tags = new(resolver, inheritance);
    private readonly Dictionary<JsonValue, InheritedDefinitions> _documents = [];
    private readonly Dictionary<JsonValue, ReferenceTarget> _bases = [];
    private readonly HashSet<JsonValue> _mapped = [];

    /// <summary>Whether a schema is a base, whose discriminator is therefore no keyword without meaning.</summary>
    public bool IsBase(JsonValue node) => InheritedDefinitions.IsBase(node) && DocumentOf(node).Contains(node);

    /// <summary>Replaces the bases that the roots lead to, and the schemas between them and their cases, by their choices.</summary>
    /// <param name="roots">The schemas that were asked for.</param>
    /// <param name="schemas">All that references lead to; receives the choices and their cases.</param>
    /// <param name="document">The document.</param>
    public void Replace(IReadOnlyList<Schema> roots, Dictionary<string, NamedSchema> schemas, JsonValue document)
    {
        if (!DocumentOf(document).HasBases && problems.Documents is null)
        {
            return;
        }

        var reached = Reach(roots);
        var tops = new Dictionary<JsonValue, ReferenceTarget>();
        foreach (var target in _bases.Values.Where(target => Above(target, _bases, PropertyOf(target)) is null))
        {
            if (Read(target, schemas) is { } union)
            {
                schemas[target.Pointer] = new NamedSchema(ReferenceTarget.NameOf(target.Pointer), target.Pointer, union);
                tops.Add(target.Node, target);
            }
        }

        foreach (var target in reached)
        {
            if (IsBetween(target) && Above(target, tops, _bases.ContainsKey(target.Node) ? PropertyOf(target) : null) is { } top)
            {
                schemas[target.Pointer] = schemas[top.Pointer];
            }
            else if (!schemas.ContainsKey(target.Pointer))
            {
                schemas.Add(target.Pointer, new NamedSchema(ReferenceTarget.NameOf(target.Pointer), target.Pointer, reader.Resolved(target)));
            }
        }
    }

    /// <summary>Finds what the roots lead to, the cases of bases included, and the bases among them.</summary>
    private IReadOnlyList<ReferenceTarget> Reach(IReadOnlyList<Schema> roots)
    {
        var walk = new ReferenceWalk(reader);
        walk.From(roots);
        for (var i = 0; i < walk.Reached.Count; i++)
        {
            var target = walk.Reached[i];
            if (IsBase(target.Node) && !_bases.ContainsKey(target.Node) && reader.Resolved(target) is ObjectSchema)
            {
                var mapped = Mapping(target, report: false);
                _bases.Add(target.Node, target);
                _mapped.UnionWith(mapped.Select(entry => entry.Target.Node));
                walk.From([.. DocumentOf(target.Node).HeirsOf(target.Node).Concat(mapped.Select(entry => entry.Target)).Select(reader.Reference)]);
            }
        }

        return walk.Reached;
    }

    private UnionSchema? Read(ReferenceTarget top, Dictionary<string, NamedSchema> schemas)
    {
        var discriminator = SchemaKeywords.Get(top.Node, "discriminator")!;
        if (discriminators.PropertyOf(discriminator) is not { } property)
        {
            return null;
        }

        var heirs = DocumentOf(top.Node).HeirsOf(top.Node);
        var mapping = Mapping(top, report: true).Concat(heirs.Where(heir => _bases.ContainsKey(heir.Node)).SelectMany(heir => Mapping(heir, report: true)))
            .GroupBy(entry => entry.Tag, StringComparer.Ordinal).Select(group => group.First()).ToList();
        var mapped = mapping.ToLookup(entry => entry.Target.Node, entry => entry.Tag);
        var taken = new HashSet<string>(mapping.Select(entry => entry.Tag), StringComparer.Ordinal);
        var allowed = _tags.Allowed(top, property);
        var (cases, tags, seen) = (new List<Schema>(), new List<IReadOnlyList<string>>(), new HashSet<JsonValue>());
        foreach (var target in heirs.Concat(mapping.Select(entry => entry.Target)).Concat([top]).Where(target => seen.Add(target.Node)))
        {
            // Once tags are given to the schemas below one, it is not meant to be a value itself.
            var isAbstract = mapping.Count > 0 && DocumentOf(target.Node).HeirsOf(target.Node).Count > 0;
            var wanted = mapped.Contains(target.Node) ? [] : Unmapped(target, top, property, allowed, isAbstract);
            var own = mapped.Contains(target.Node) ? mapped[target.Node].Distinct().ToList() : [.. wanted.Where(taken.Add)];
            if (own.Count < wanted.Count)
            {
                keywords.Invalid(target.Node, $"This schema shares the tag {Excerpt.Of(wanted.First(tag => !own.Contains(tag)))} of {Excerpt.Of(property)} with another one, which has it; give each its own.");
            }

            if (own.Count > 0)
            {
                cases.Add(Case(target, top, schemas));
                tags.Add(own);
            }
        }

        if (cases.Count == 0)
        {
            problems.Add(ProblemCodes.IgnoredKeyword, discriminator, "The keyword \"discriminator\" is ignored: no schema includes this one through \"allOf\", and no mapping names one.");
            return null;
        }

        var plain = reader.Resolved(top);
        return new UnionSchema
        {
            Cases = cases,
            Base = plain as ObjectSchema,
            Discriminator = new Discriminator(property, tags),
            Span = plain.Span,
            Source = plain.Source,
            Title = plain.Title,
            Description = plain.Description,
            Nullable = plain.Nullable,
            Deprecated = plain.Deprecated,
            ReadOnly = plain.ReadOnly,
            WriteOnly = plain.WriteOnly,
            Default = plain.Default,
        };
    }

    // The base itself is a case only where its own property says so: else its name stands for the choice.
    private IReadOnlyList<string> Unmapped(ReferenceTarget target, ReferenceTarget top, string property, IReadOnlyList<string> allowed, bool isAbstract)
    {
        var name = ReferenceTarget.LastSegment(target.Pointer);
        if (ReferenceEquals(target.Node, top.Node))
        {
            return allowed.Contains(name) ? [name] : [];
        }

        var stated = _tags.Stated(target, property, top);
        return stated.Count > 0 ? stated : isAbstract ? [] : [HierarchyTags.Implied(name, allowed)];
    }

    // A base that is a case too has two meanings, and its pointer is that of the choice. No pointer of a document ends like this.
    private ReferenceSchema Case(ReferenceTarget target, ReferenceTarget top, Dictionary<string, NamedSchema> schemas)
    {
        var isTop = ReferenceEquals(target.Node, top.Node);
        var pointer = isTop || IsBetween(target) ? target.Pointer + "/~" : target.Pointer;
        schemas[pointer] = new NamedSchema((isTop ? "Plain" : "") + ReferenceTarget.NameOf(target.Pointer), pointer, reader.Resolved(target));
        return new ReferenceSchema { Target = pointer, Span = target.Node.Span, Source = target.Node };
    }

    /// <summary>The schemas that a discriminator's mapping names, with their tags, in its order.</summary>
    private List<(string Tag, ReferenceTarget Target)> Mapping(ReferenceTarget target, bool report)
    {
        var found = new List<(string Tag, ReferenceTarget Target)>();
        var discriminator = SchemaKeywords.Get(target.Node, "discriminator");
        foreach (var member in discriminator is { IsObject: true } && SchemaKeywords.Get(discriminator, "mapping") is { IsObject: true } mapping ? mapping.Members : [])
        {
            var named = member.Value.IsString ? resolver.Find(member.Value.Text, target.Scope) ?? DocumentOf(target.Node).Find(member.Value.Text) : null;
            if (named is { Node.IsObject: true })
            {
                found.Add((member.Name, named));
            }
            else if (report)
            {
                keywords.Invalid(member.Value, $"The mapping {Excerpt.Of(member.Name)} leads to no schema and is ignored.");
            }
        }

        return found;
    }

    // Whether values of other cases are values of a case. Schemas that include a case, and that nobody gave a tag, are no reason to think so.
    private bool IsBetween(ReferenceTarget target)
    {
        var heirs = DocumentOf(target.Node).HeirsOf(target.Node);
        return heirs.Count > 0 && (_bases.ContainsKey(target.Node) || heirs.Any(heir => _mapped.Contains(heir.Node)));
    }

    /// <summary>The base furthest above a schema, or null.</summary>
    /// <param name="target">The schema.</param>
    /// <param name="bases">The bases.</param>
    /// <param name="property">The property that they tell their cases apart by, or null for any.</param>
    private ReferenceTarget? Above(ReferenceTarget target, Dictionary<JsonValue, ReferenceTarget> bases, string? property)
    {
        ReferenceTarget? found = null;
        foreach (var (part, _) in inheritance.Parts(target.Node, target.Scope))
        {
            if (!ReferenceEquals(part, target.Node) && bases.TryGetValue(part, out var other) && (property is null || PropertyOf(other) == property))
            {
                found = other;
            }
        }

        return found;
    }

    private static string? PropertyOf(ReferenceTarget target) => DiscriminatorReader.NameOf(SchemaKeywords.Get(target.Node, "discriminator")!);

    private InheritedDefinitions DocumentOf(JsonValue node)
    {
        var scope = resolver.ScopeOf(node);
        return _documents.TryGetValue(scope.Root, out var known) ? known : _documents[scope.Root] = new InheritedDefinitions(scope, inheritance);
    }
}
