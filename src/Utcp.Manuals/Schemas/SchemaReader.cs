using System.Globalization;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>
/// Reads the JSON Schemas of one document (2020-12, with the spellings of draft 4 and OpenAPI 2.0 to 3.1) into the <see cref="Schema"/> model.
/// References are resolved inside the document and the other documents of its description (<see cref="ProblemList.Documents"/>).
/// </summary>
/// <remarks>
/// Never throws on any document. What cannot be honoured is reported, and only the part that holds it becomes <see cref="AnySchema"/>.
/// Schemas may be nested 128 deep, inherited ones included; work is limited in proportion to the length of the document. Not thread-safe.
/// </remarks>
public sealed class SchemaReader
{
    // Each level takes several frames; a compiler's thread may have 1 MB of stack.
    private const int MaxDepth = 128;
    private const int FreeWork = 2_000_000;

    private readonly ProblemList _problems;
    private readonly KeywordReader _keywords;
    private readonly SchemaAnnotations _annotations;
    private readonly AliasReader _aliases;
    private readonly TypeReader _types;
    private readonly ValueReader _values;
    private readonly ScalarReader _scalars;
    private readonly ArrayReader _arrays;
    private readonly ObjectReader _objects;
    private readonly UnionReader _unions;
    private readonly SchemaMerger _merger;
    private readonly HierarchyReader _hierarchies;

    private readonly JsonValue _documentRoot;
    private readonly Dictionary<string, Schema> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferenceTarget> _referenced = new(StringComparer.Ordinal);
    private readonly Queue<ReferenceTarget> _waiting = new();
    private readonly List<Schema> _roots = [];
    private readonly Dictionary<string, Schema> _resolved = new(StringComparer.Ordinal);
    private long _work;
    private int _depth;

    /// <summary>Creates a reader for the schemas of a document.</summary>
    /// <param name="documentRoot">The document; references that a schema does not resolve itself start here.</param>
    /// <param name="problems">Where problems are reported.</param>
    public SchemaReader(JsonValue documentRoot, ProblemList problems)
    {
        _documentRoot = documentRoot;
        _problems = problems;
        _work = FreeWork + ((problems.Documents?.Length ?? documentRoot.Span.Length) * 2);
        _keywords = new KeywordReader(problems);
        _annotations = new SchemaAnnotations(_keywords);
        var resolver = new ReferenceResolver(documentRoot, problems);
        _aliases = new AliasReader(resolver, _annotations, problems, Note);
        _types = new TypeReader(_keywords);
        _values = new ValueReader(_keywords, problems);
        _scalars = new ScalarReader(_keywords, problems);
        _arrays = new ArrayReader(this, _keywords, problems);
        _objects = new ObjectReader(this, _keywords, problems);
        var inheritance = new Inheritance(resolver);
        var discriminators = new DiscriminatorReader(resolver, inheritance, _aliases, _keywords, problems);
        _unions = new UnionReader(this, resolver, _keywords, discriminators, problems);
        _hierarchies = new HierarchyReader(this, resolver, inheritance, discriminators, _keywords, problems);
        _merger = new SchemaMerger(this, inheritance, problems);
    }

    /// <summary>Reads a schema. Schemas that it refers to are read by <see cref="Complete"/>.</summary>
    /// <param name="schemaNode">The schema. Anything but an object or a boolean is reported, and read as <see cref="AnySchema"/>.</param>
    /// <param name="pointer">Its JSON Pointer from the document's root, such as "/tools/0/inputs".</param>
    /// <param name="schemaRoot">The schema that its <c>#/...</c> references start at; what they do not find there is looked up in the document.</param>
    /// <param name="schemaRootPointer">The JSON Pointer of <paramref name="schemaRoot"/> from the document's root.</param>
    public Schema Read(JsonValue schemaNode, string pointer, JsonValue schemaRoot, string schemaRootPointer)
    {
        var target = new ReferenceTarget(schemaNode, pointer, new SchemaScope(schemaRoot, schemaRootPointer));

        // A schema that other schemas have referred to is the same schema here.
        var schema = _read.TryGetValue(pointer, out var known) && ReferenceEquals(known.Source, schemaNode) ? known : ReadTarget(target);
        _roots.Add(schema);
        return schema;
    }

    /// <summary>Reads what the schemas read so far refer to, directly or not.</summary>
    /// <returns>All schemas that a <see cref="ReferenceSchema"/> leads to; none of them is a reference itself.</returns>
    public SchemaSet Complete()
    {
        ReadWaiting();
        var schemas = new Dictionary<string, NamedSchema>(StringComparer.Ordinal);
        foreach (var target in _referenced.Values)
        {
            schemas.Add(target.Pointer, new NamedSchema(ReferenceTarget.NameOf(target.Pointer), target.Pointer, Resolved(target)));
        }

        _hierarchies.Replace(_roots, schemas, _documentRoot);
        return new SchemaSet(schemas);
    }

    /// <summary>Reads a node that stands inside another schema.</summary>
    internal Schema ReadNode(JsonValue node, SchemaScope scope)
    {
        if (node.Kind is JsonKind.True or JsonKind.Null)
        {
            return new AnySchema { Span = node.Span, Source = node };
        }

        if (node.Kind == JsonKind.False)
        {
            return new NothingSchema { Span = node.Span, Source = node };
        }

        if (!node.IsObject)
        {
            _keywords.Invalid(node, $"A schema is an object or a boolean; {KeywordReader.Describe(node)} is ignored.");
            return new AnySchema { Span = node.Span, Source = node };
        }

        if (!Spend(1 + node.Members.Count, node) || !Enter(node))
        {
            return new AnySchema { Span = node.Span, Source = node };
        }

        var schema = ReportIgnored(node) ?? _aliases.Read(node, scope) ?? _annotations.Apply(Compose(node, scope), node);
        _depth--;
        return schema;
    }

    /// <summary>The schema that a reference leads to; null while it is being read, because then it would have to contain itself.</summary>
    internal Schema? Target(ReferenceSchema reference)
    {
        if (_read.TryGetValue(reference.Target, out var known))
        {
            return known;
        }

        return _reading.Contains(reference.Target) ? null : ReadTarget(_referenced[reference.Target]);
    }

    /// <summary>A reference to a schema that none of the document need lead to.</summary>
    internal ReferenceSchema Reference(ReferenceTarget target)
    {
        Note(target);
        ReadWaiting();
        return new ReferenceSchema { Target = target.Pointer, Span = target.Node.Span, Source = target.Node };
    }

    /// <summary>What references to a schema lead to; never a reference itself.</summary>
    internal Schema Resolved(ReferenceTarget target) =>
        _resolved.TryGetValue(target.Pointer, out var known) ? known : _resolved[target.Pointer] = WithoutReference(_read[target.Pointer]);

    internal ReferenceTarget TargetNode(ReferenceSchema reference) => _referenced[reference.Target];

    /// <summary>Takes steps from the work that this document may cause. False, and reported once, when there is none left.</summary>
    internal bool Spend(int steps, JsonValue at)
    {
        if (_work < 0)
        {
            return false;
        }

        _work -= steps;
        if (_work < 0)
        {
            _problems.Add(ProblemCodes.UntypedSchema, at, "The schemas of this document need too much work to combine; from here on they are carried as JSON elements.");
        }

        return _work >= 0;
    }

    internal bool Enter(JsonValue at)
    {
        if (_depth < MaxDepth)
        {
            _depth++;
            return true;
        }

        _problems.Add(ProblemCodes.UntypedSchema, at, $"Schemas are nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels; this one is carried as a JSON element.");
        return false;
    }

    internal void Leave() => _depth--;

    private void Note(ReferenceTarget target)
    {
        if (!_referenced.ContainsKey(target.Pointer))
        {
            _referenced.Add(target.Pointer, target);
            _waiting.Enqueue(target);
        }
    }

    private void ReadWaiting()
    {
        while (_waiting.Count > 0)
        {
            var target = _waiting.Dequeue();
            if (!_read.ContainsKey(target.Pointer))
            {
                ReadTarget(target);
            }
        }
    }

    private Schema ReadTarget(ReferenceTarget target)
    {
        var first = _reading.Add(target.Pointer);
        var schema = ReadNode(target.Node, target.Scope);
        if (first)
        {
            _reading.Remove(target.Pointer);
        }

        return _read[target.Pointer] = schema;
    }

    /// <summary>All that a node says at once: the part of its own keywords, what it refers to, the members of <c>allOf</c>, and its unions.</summary>
    private Schema Compose(JsonValue node, SchemaScope scope)
    {
        var parts = new List<Schema>();
        if (SchemaKeywords.Reference(node) is { } reference)
        {
            parts.Add(_annotations.Apply(_aliases.Follow(reference, scope), reference));
        }

        foreach (var member in _keywords.List(node, "allOf")?.Items ?? [])
        {
            parts.Add(ReadNode(member, scope));
        }

        var own = ReadOwn(node, scope) with { Span = node.Span, Source = node };

        // Beside a reference or a union, "no other properties" can only be meant for what is referred to: taken by the letter, no property at all would be allowed.
        own = own is ObjectSchema unevaluated && SchemaKeywords.Get(node, "unevaluatedProperties") is not null && parts.Exists(TakesFurtherProperties) && SchemaKeywords.Get(node, "additionalProperties") is null && SchemaKeywords.Get(node, "patternProperties") is null
            ? unevaluated with { AdditionalProperties = null, IsClosed = false } : own;
        parts.Add(own is ObjectSchema { Properties.Count: 0, IsClosed: true } closed && (SchemaKeywords.Get(node, "oneOf") ?? SchemaKeywords.Get(node, "anyOf") ?? SchemaKeywords.Get(node, "allOf") ?? SchemaKeywords.Reference(node)) is not null ? closed with { IsClosed = false } : own);
        AddUnion(parts, node, "anyOf", scope);
        AddUnion(parts, node, "oneOf", scope);
        return _merger.MergeAll(parts, node);
    }

    // What a part takes is evaluated, so that "unevaluatedProperties" beside it has nothing left to speak about.
    private bool TakesFurtherProperties(Schema part) => (part is ReferenceSchema reference ? Target(reference) : part) is ObjectSchema { AdditionalProperties: not null };

    private void AddUnion(List<Schema> parts, JsonValue node, string keyword, SchemaScope scope)
    {
        if (_unions.Read(node, keyword, scope) is { } union)
        {
            parts.Add(union);
        }
    }

    /// <summary>What the keywords of a node say without its references and combinations.</summary>
    private Schema ReadOwn(JsonValue node, SchemaScope scope)
    {
        var types = _types.Read(node);
        if (_values.Read(node, types) is { } values)
        {
            return values;
        }

        if (types.Names.Count == 0)
        {
            return types.AllowsNull ? new NothingSchema { Nullable = true } : new AnySchema();
        }

        // Where arrays are not asked for, a list of schemas under "items" is a common mistake for a choice; OpenAPI knows no such list.
        if ((!types.AreStated || (types.Names.Count == 1 && types.Names[0] == "object")) && SchemaKeywords.Get(node, "items") is { IsArray: true, Items.Count: > 0 } choice && SchemaKeywords.SubstanceOf(node).All(keyword => keyword is "items" or "type"))
        {
            var read = ReadChoice(node, choice, scope, "without \"type\": \"array\"");
            return types.AllowsNull ? read with { Nullable = true } : read;
        }

        if (IsAnything(node, types))
        {
            return new AnySchema { Nullable = types.AllowsNull };
        }

        return types.Names.Count == 1
            ? ReadTyped(node, types.Names[0], scope) with { Nullable = types.AllowsNull }
            : new UnionSchema { Cases = [.. types.Names.Select(name => ReadTyped(node, name, scope) with { Span = node.Span, Source = OfType(node, name) })], Nullable = types.AllowsNull };
    }

    /// <summary>A list of schemas under <c>items</c> that can only be meant as a choice between them.</summary>
    internal Schema ReadChoice(JsonValue node, JsonValue list, SchemaScope scope, string reason)
    {
        _problems.Add(ProblemCodes.IgnoredKeyword, list, $"A list of schemas under \"items\" {reason} is read as \"anyOf\".");
        return _unions.Read(node, "items", scope) ?? new AnySchema();
    }

    private Schema ReadTyped(JsonValue node, string type, SchemaScope scope) => type switch
    {
        "object" => _objects.Read(node, scope),
        "array" => _arrays.Read(node, scope),
        "string" => _scalars.ReadText(node),
        "file" => new TextSchema { Format = "binary" }, // OpenAPI 2.0
        "boolean" => new BooleanSchema(),
        _ => _scalars.ReadNumber(node, type == "integer"),
    };

    /// <summary>A schema of several types as the schema of one of them: its identity.</summary>
    private static JsonValue OfType(JsonValue node, string type)
    {
        var members = node.Members.Select(m => m.Name == "type" ? new JsonMember(m.Name, m.NameSpan, JsonValue.String(type, m.Value.Span)) : m);
        return JsonValue.Object([.. members], node.Span);
    }

    private static bool IsAnything(JsonValue node, SchemaTypes types) =>
        types.Names.Count >= 5 && !types.Names.Contains("file") && types.Names.Contains("number") && SchemaKeywords.SubstanceOf(node).All(k => k == "type");

    /// <summary>Reports the keywords that nothing here expresses, once per schema. Always null.</summary>
    private Schema? ReportIgnored(JsonValue node)
    {
        JsonValue? first = null;
        var names = "";
        foreach (var member in node.Members)
        {
            var inexpressible = SchemaKeywords.IsInexpressible(member.Name)
                || (member.Name == "discriminator" && SchemaKeywords.Get(node, "oneOf") is null && SchemaKeywords.Get(node, "anyOf") is null && !_hierarchies.IsBase(node));
            if (inexpressible && !member.Value.IsNull)
            {
                first ??= member.Value;
                names += (names.Length > 0 ? ", " : "") + Excerpt.Of(member.Name);
            }
        }

        if (first is not null)
        {
            _problems.Add(ProblemCodes.IgnoredKeyword, first, $"Ignored, because C# types cannot express it: {names}.");
        }

        return null;
    }

    /// <summary>Follows references that only merging made: a schema whose other keywords add nothing to the one it refers to.</summary>
    private Schema WithoutReference(Schema schema)
    {
        var end = schema;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (end is ReferenceSchema reference)
        {
            if (!visited.Add(reference.Target))
            {
                _problems.Add(ProblemCodes.CyclicReference, schema.Source ?? _documentRoot, "This schema refers only to schemas that refer back to it, so it says nothing: refer to a schema with a type.");
                return new AnySchema { Span = schema.Span, Source = schema.Source, Title = schema.Title, Description = schema.Description };
            }

            end = _read[reference.Target];
        }

        return ReferenceEquals(end, schema) ? schema : end with
        {
            Span = schema.Span,
            Source = schema.Source,
            Title = schema.Title,
            Description = schema.Description.Length > 0 ? schema.Description : end.Description,
            Nullable = schema.Nullable || end.Nullable,
            Deprecated = schema.Deprecated || end.Deprecated,
            ReadOnly = schema.ReadOnly || end.ReadOnly,
            WriteOnly = schema.WriteOnly || end.WriteOnly,
            Default = schema.Default ?? end.Default,
        };
    }
}
