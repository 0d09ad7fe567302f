using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Maps the schemas of one manual to C# types and collects the types to generate. The type table is design section 5.</summary>
internal sealed class TypeMapper
{
    private readonly SchemaSet _schemas;
    private readonly ProblemList _problems;
    private readonly TypeNamer _namer;
    private readonly HierarchyOwners _owners;
    private readonly Dictionary<string, CSharpType> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<TypeModel> _models = [];
    private readonly UnionMapper _unions;
    private readonly SchemaHash _hashes;

    public TypeMapper(Manual manual, ProblemList problems, NameScope names)
    {
        _schemas = manual.Schemas;
        _problems = problems;
        _hashes = new SchemaHash(manual.Schemas);
        _namer = new TypeNamer(manual, names, _hashes);
        Files = new FileProperties(manual, _hashes);
        _owners = new HierarchyOwners(manual);
        Records = new RecordMapper(this);
        _unions = new UnionMapper(this);
    }

    /// <summary>The types mapped so far, in the order they were met.</summary>
    public IReadOnlyList<TypeModel> Models => _models;

    /// <summary>The type of a schema; a <see cref="NullableType"/> when null is allowed.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="place">A name, for a type without a name of its own.</param>
    public CSharpType Map(Schema schema, string place) => Map(schema, Place.Named(place));

    /// <summary>The type of a schema; a <see cref="NullableType"/> when null is allowed.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="place">Its place, for types without a name of their own.</param>
    public CSharpType Map(Schema schema, Place place)
    {
        if (IsPart && Files.HoldsFile(schema))
        {
            return MapFile(schema, place);
        }

        var type = schema is ReferenceSchema reference ? MapReference(reference, place) : MapShape(schema, null, place);

        // A JsonElement can be null by itself.
        return schema.Nullable && type != SimpleType.Element ? type.AsNullable() : type;
    }

    /// <summary>The type of a part of a multipart body: as <see cref="Map(Schema, Place)"/>, but bytes are files.</summary>
    public CSharpType MapPart(Schema schema, Place place)
    {
        var outer = IsPart;
        IsPart = true;
        var type = Map(schema, place);
        IsPart = outer;
        return type;
    }

    /// <summary>Whether two schemas have the same C# type.</summary>
    public bool AreSame(Schema left, Schema right) => _hashes.OfShape(Resolve(left)) == _hashes.OfShape(Resolve(right));

    /// <summary>Which properties are files.</summary>
    public FileProperties Files { get; }

    /// <summary>Whether what is mapped now stands in a part of a multipart body.</summary>
    internal bool IsPart { get; set; }

    /// <summary>The schemas that references lead to.</summary>
    public SchemaSet Schemas => _schemas;

    /// <summary>The schema behind references.</summary>
    public Schema Resolve(Schema schema) => schema is ReferenceSchema reference ? _schemas.Resolve(reference).Schema : schema;

    internal CSharpType Untyped(Schema schema, string why)
    {
        _problems.Add(ProblemCodes.UntypedSchema, schema.Span, why + " It is a JsonElement in C#.");
        return SimpleType.Element;
    }

    /// <summary>Builds records.</summary>
    internal RecordMapper Records { get; }

    /// <summary>The name of the definition behind a reference, or null.</summary>
    internal string? NameOf(ReferenceSchema reference) => _schemas.Resolve(reference).Name;

    internal void Add(TypeModel model) => _models.Add(model);

    // In a part of a multipart body a shape may have files for bytes, so that the type is not shared with other places.
    internal TypeIdentity Claim(Schema schema, string? definition, Place place, TypeShape shape, out bool isNew) =>
        _namer.Claim(schema, definition, IsPart ? place with { Kind = PlaceKind.Whole } : place, shape, out isNew);

    internal TypeIdentity ClaimCase(string definition, TypeIdentity hierarchy) => _namer.ClaimCase(definition, hierarchy);

    // References are not followed by name here, as the type behind the name is that of bytes elsewhere.
    private CSharpType MapFile(Schema schema, Place place)
    {
        var target = Resolve(schema);
        var type = Files.IsFile(target) ? new SimpleType(SimpleKind.File) : MapShape(target, null, place);
        return schema.Nullable || target.Nullable ? type.AsNullable() : type;
    }

    private CSharpType MapReference(ReferenceSchema reference, Place place)
    {
        if (_references.TryGetValue(reference.Target, out var known))
        {
            return known;
        }

        if (_owners.OwnerOf(reference.Target) is { } owner && !_open.Contains(owner.Pointer))
        {
            MapReference(new ReferenceSchema { Target = owner.Pointer, Span = owner.Schema.Span }, place);
            if (_references.TryGetValue(reference.Target, out known))
            {
                return known;
            }
        }

        // Several references may lead to one schema, which is known under its own pointer.
        var target = _schemas.Resolve(reference);
        if (target.Pointer != reference.Target && _references.TryGetValue(target.Pointer, out known))
        {
            return known;
        }

        if (!_open.Add(target.Pointer))
        {
            return Untyped(reference, "This reference leads back to itself through lists or maps only, which no C# type can express.");
        }

        var type = MapShape(target.Schema, target.Name, place, target.Pointer);
        type = target.Schema.Nullable && type != SimpleType.Element ? type.AsNullable() : type;
        _open.Remove(target.Pointer);
        _references[target.Pointer] = type;
        return type;
    }

    /// <summary>Makes a type known before it is built, so that references to it from inside end.</summary>
    internal void Announce(string? pointer, Schema schema, CSharpType type)
    {
        if (pointer is not null)
        {
            _references[pointer] = schema.Nullable ? type.AsNullable() : type;
        }
    }

    private CSharpType MapShape(Schema schema, string? definition, Place place, string? pointer = null) => schema switch
    {
        BooleanSchema => new SimpleType(SimpleKind.Boolean),
        NumberSchema number => ScalarTypes.OfNumber(number),
        TextSchema text => ScalarTypes.OfText(text),
        ConstSchema constant => ScalarTypes.OfConstant(constant.Value),
        EnumSchema values => EnumMapper.Map(this, values, definition, place),
        ArraySchema { PrefixItems.Count: > 0 } tuple => Records.MapTuple(tuple, definition, place, pointer),
        ArraySchema array => new ListType(Map(array.Items, ItemPlace(definition, place))),
        ObjectSchema value => Records.MapObject(value, definition, place, pointer),
        UnionSchema union when _owners.IsHierarchy(union) => _unions.MapHierarchy(union, definition, place, pointer),
        UnionSchema union => _unions.MapUnion(union, definition, place, pointer),
        _ => SimpleType.Element,
    };

    /// <summary>The place of the elements of a list or map.</summary>
    internal static Place ItemPlace(string? definition, Place place) => (definition is null ? place : Place.Named(Identifier.Pascal(definition))).Item();

    /// <summary>The hash of what a schema is, to find equal shapes.</summary>
    internal ulong HashOf(Schema schema) => _hashes.OfShape(schema);
}
