using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Maps <c>oneOf</c>/<c>anyOf</c> to a struct of several types, or to a class hierarchy when a discriminator tells owned objects apart.</summary>
internal sealed class UnionMapper(TypeMapper types)
{
    // Unions that hold themselves have no end; what is that deep could be anything.
    private const int MaxNesting = 8;

    // How far items of arrays and cases of cases are looked into.
    private const int MaxDetail = 2;

    private readonly Dictionary<TypeIdentity, IReadOnlyList<TypeIdentity>> _cases = [];

    public CSharpType MapUnion(UnionSchema schema, string? definition, Place place, string? pointer)
    {
        if (Scalar(schema, definition is null ? place : Place.Named(Identifier.Pascal(definition))) is { } scalar)
        {
            return scalar;
        }

        var identity = types.Claim(schema, definition, place, TypeShape.Union, out var isNew);
        var type = new GeneratedType(identity);
        if (!isNew)
        {
            return type;
        }

        types.Announce(pointer, schema, type);
        var cases = Cases(schema, identity);
        types.Add(new UnionModel
        {
            Identity = identity,
            Doc = DocText.Of(schema.Description, schema.Title ?? ""),
            IsDeprecated = schema.Deprecated,
            IsByStatus = schema.IsByStatus,
            Cases = cases,
        });
        return type;
    }

    public CSharpType MapHierarchy(UnionSchema schema, string? definition, Place place, string? pointer)
    {
        var identity = types.Claim(schema, definition, place, TypeShape.Hierarchy, out var isNew);
        var type = new GeneratedType(identity);
        types.Announce(pointer, schema, type);
        var targets = schema.Cases.Cast<ReferenceSchema>().ToList();
        if (isNew)
        {
            // A record has one base, so that cases are shared together with their hierarchy or not at all.
            _cases[identity] = [.. targets.Select(target => types.ClaimCase(types.NameOf(target) ?? "Case", identity))];
        }

        var cases = _cases[identity];
        for (var i = 0; i < cases.Count; i++)
        {
            types.Announce(targets[i].Target, types.Resolve(targets[i]), new GeneratedType(cases[i]));
        }

        if (isNew)
        {
            AddHierarchy(schema, identity, cases);
        }

        return type;
    }

    private void AddHierarchy(UnionSchema schema, TypeIdentity identity, IReadOnlyList<TypeIdentity> cases)
    {
        var discriminator = schema.Discriminator!;
        types.Add(new HierarchyModel
        {
            Identity = identity,
            Doc = DocText.Of(schema.Description, schema.Title ?? ""),
            IsDeprecated = schema.Deprecated,
            DiscriminatorWireName = discriminator.PropertyName,
            Cases = [.. cases.Select((item, i) => new HierarchyCaseModel(item, discriminator.Tags[i]))],
            Inherited = [.. (schema.Base?.Properties ?? []).Select(property => property.Name).Where(name => name != discriminator.PropertyName)],
            UnknownName = "Unknown",
        });
        for (var i = 0; i < cases.Count; i++)
        {
            types.Add(types.Records.Build(cases[i], (ObjectSchema)types.Resolve(schema.Cases[i]), identity, new TagModel(discriminator.PropertyName, "", discriminator.Tags[i])));
        }
    }

    // Unions whose members C# has one type for: numbers of two kinds, strings of two formats, an enum and any string.
    private CSharpType? Scalar(UnionSchema schema, Place place)
    {
        var cases = schema.Cases.Select(types.Resolve).ToList();
        if (types.IsPart && cases.Exists(types.Files.IsFile))
        {
            return null;
        }

        if (cases.All(IsUntyped))
        {
            return SimpleType.Element;
        }

        if (cases.All(item => item is NumberSchema))
        {
            var kinds = cases.Select(item => ScalarTypes.OfNumber((NumberSchema)item)).Distinct().ToList();
            return kinds.Count == 1 ? kinds[0] : new SimpleType(kinds.Contains(new SimpleType(SimpleKind.Decimal)) ? SimpleKind.Decimal
                : kinds.Contains(new SimpleType(SimpleKind.Double)) ? SimpleKind.Double : SimpleKind.Int64);
        }

        if (cases.All(item => item is TextSchema))
        {
            var kinds = cases.Select(item => ScalarTypes.OfText((TextSchema)item)).Distinct().ToList();
            return kinds.Count == 1 ? kinds[0] : SimpleType.String;
        }

        // An open enum holds any text already.
        return cases.All(item => item is TextSchema or EnumSchema { IsInteger: false }) && cases.Count(item => item is EnumSchema) == 1
            ? types.Map(schema.Cases[cases.FindIndex(item => item is EnumSchema)], place) : null;
    }

    private static bool IsUntyped(Schema schema) =>
        schema is AnySchema or NothingSchema or ConstSchema { Value.Kind: JsonKind.Array or JsonKind.Object } or ObjectSchema { Properties.Count: 0, AdditionalProperties: null or AnySchema };

    private List<UnionCaseModel> Cases(UnionSchema schema, TypeIdentity identity)
    {
        var scope = new NameScope("Value", "Other", "Any", identity.Name);
        var parameters = new NameScope("other");
        var seen = new HashSet<CSharpType> { new GeneratedType(identity) };
        var words = new HashSet<string>(StringComparer.Ordinal);
        var cases = new List<UnionCaseModel>();
        for (var i = 0; i < schema.Cases.Count; i++)
        {
            var item = schema.Cases[i];
            var word = item.Title is { Length: > 0 and <= 60 } title ? Identifier.Pascal(title) : CaseWord(types.Resolve(item), schema);
            var place = identity.Name + (words.Add(word) ? word : OtherWords(types.Resolve(item)).FirstOrDefault(words.Add) ?? word);
            var type = types.Map(item, Identifier.Cut(place)).AsNonNullable();

            // What no type can hold is delivered as the JSON it is.
            if (type == SimpleType.Element || !seen.Add(type.AsSignature()))
            {
                if (cases.FindIndex(known => known.Type.AsSignature() == type.AsSignature()) is >= 0 and var same)
                {
                    cases[same] = cases[same] with { Type = cases[same].Type.Join(type), Positions = [.. cases[same].Positions, i] };
                }

                continue;
            }

            var name = CaseName(type, identity.Name);
            name = scope.Take(name + cases.Count, name);
            var parameter = type is SimpleType simple ? ParameterName(simple.Kind) : Identifier.Camel(name);
            cases.Add(new UnionCaseModel
            {
                Name = name,
                ParameterName = Identifier.Escape(parameters.Take(name, parameter, parameter + "Case")),
                Type = type,
                Facts = WithTags(FactsOf(item), schema, i),
                Positions = [i],
            });
        }

        // Items need telling apart only where there are several arrays.
        return cases.Count(item => (item.Facts.Tokens & CaseTokens.Array) != 0) > 1 ? cases : [.. cases.Select(item => item.Facts.Items is null ? item : item with { Facts = item.Facts with { Items = null } })];
    }

    // What a discriminator says of a case whose own property does not.
    private static CaseFacts WithTags(CaseFacts facts, UnionSchema schema, int index) =>
        schema.Discriminator is not { } discriminator || discriminator.Tags[index].Count == 0 || facts.Tokens != CaseTokens.Object || facts.Cases.Count > 0 || facts.Constants.Any(constant => constant.PropertyName == discriminator.PropertyName)
            ? facts : facts with { Constants = [.. facts.Constants, new CaseConstant(discriminator.PropertyName, discriminator.Tags[index])] };

    private CaseFacts FactsOf(Schema item, int depth = 0)
    {
        var schema = types.Resolve(item);
        return schema switch
        {
            TextSchema text => new CaseFacts { Tokens = CaseTokens.String, Format = ScalarTypes.OfText(text).Kind },
            EnumSchema { IsInteger: false } values => new CaseFacts { Tokens = CaseTokens.String, Texts = [.. values.Members.Select(member => member.Value)], IsOpen = true },
            EnumSchema => new CaseFacts { Tokens = CaseTokens.Integer },
            BooleanSchema => new CaseFacts { Tokens = CaseTokens.Boolean },
            NumberSchema { IsInteger: true } => new CaseFacts { Tokens = CaseTokens.Integer },
            NumberSchema => new CaseFacts { Tokens = CaseTokens.Integer | CaseTokens.Number },
            ConstSchema constant => new CaseFacts { Tokens = TokenOf(constant.Value.Kind), Texts = constant.Value.IsString ? [constant.Value.Text] : [] },
            ArraySchema { PrefixItems.Count: 0, Items: not (AnySchema or NothingSchema) } array when depth < MaxDetail => new CaseFacts { Tokens = CaseTokens.Array, Items = FactsOf(array.Items, depth + 1) },
            ArraySchema => new CaseFacts { Tokens = CaseTokens.Array },
            ObjectSchema value => new CaseFacts
            {
                Tokens = CaseTokens.Object,
                Constants = [.. value.Properties.Select(ConstantOf).OfType<CaseConstant>()],
                Required = [.. value.Properties.Where(property => property.Required).Select(property => property.Name)],
                Optional = [.. value.Properties.Where(property => !property.Required).Select(property => property.Name)],
                IsMap = value.AdditionalProperties is not null,
            },
            UnionSchema union when depth < MaxDetail => Within([.. union.Cases.Select((inner, i) => WithTags(FactsOf(inner, depth + 1), union, i))]),
            UnionSchema union when depth < MaxNesting => new CaseFacts { Tokens = union.Cases.Aggregate(CaseTokens.None, (tokens, inner) => tokens | FactsOf(inner, depth + 1).Tokens) },
            _ => new CaseFacts { Tokens = CaseTokens.Any },
        };
    }

    private static CaseFacts Within(IReadOnlyList<CaseFacts> cases) => new() { Tokens = cases.Aggregate(CaseTokens.None, (tokens, inner) => tokens | inner.Tokens), Cases = cases };

    private CaseConstant? ConstantOf(PropertySchema property) => types.Resolve(property.Schema) switch
    {
        ConstSchema { Value.Kind: JsonKind.String } constant => new CaseConstant(property.Name, [constant.Value.Text]),
        ConstSchema { Value.Kind: JsonKind.Number or JsonKind.True or JsonKind.False } literal => new CaseConstant(property.Name, [Literal(literal.Value)], IsLiteral: true),
        EnumSchema { IsInteger: true, Members.Count: 1 } single => new CaseConstant(property.Name, [single.Members[0].Value], IsLiteral: true),
        EnumSchema { IsInteger: false } values => new CaseConstant(property.Name, [.. values.Members.Select(member => member.Value)]),
        _ => null,
    };

    private static string Literal(JsonValue value) => value.Kind switch { JsonKind.True => "true", JsonKind.False => "false", _ => value.Text };

    private static CaseTokens TokenOf(JsonKind kind) => kind switch
    {
        JsonKind.String => CaseTokens.String,
        JsonKind.Number => CaseTokens.Integer | CaseTokens.Number,
        JsonKind.True or JsonKind.False => CaseTokens.Boolean,
        JsonKind.Array => CaseTokens.Array,
        _ => CaseTokens.Object,
    };

    private string CaseWord(Schema schema, UnionSchema union) => schema switch
    {
        ObjectSchema value => ObjectWord(value, union),
        ArraySchema => "Item",
        EnumSchema => "Option",
        _ => "Value",
    };

    // What a person would call an object among others: its tag, else a property that only it has.
    private string ObjectWord(ObjectSchema schema, UnionSchema union)
    {
        var others = union.Cases.Select(types.Resolve).OfType<ObjectSchema>().Where(other => !ReferenceEquals(other, schema)).ToList();
        if (schema.Properties.Select(ConstantOf).FirstOrDefault(constant => constant is { IsLiteral: false, Values.Count: 1 } && !others.Exists(other => HasConstant(other, constant))) is { } tag)
        {
            return Identifier.Pascal(tag.Values[0]);
        }

        var own = others.Count == 0 ? null : schema.Properties.FirstOrDefault(property => others.All(other => other.Properties.All(theirs => theirs.Name != property.Name)));
        return own is null ? "Details" : "With" + Identifier.Pascal(own.Name);
    }

    // For objects that no property tells apart, and for a second list of values.
    private static IEnumerable<string> OtherWords(Schema schema) => schema switch
    {
        ObjectSchema value => new[] { "Alternative" }.Concat(value.Properties.Select(property => "With" + Identifier.Pascal(property.Name))),
        EnumSchema { IsInteger: false, Members.Count: 1 } single => [single.Members[0].Value.Any(char.IsLetter) ? Identifier.Pascal(single.Members[0].Value) : "Empty", "Alternative"],
        EnumSchema => ["Alternative"],
        _ => [],
    };

    private bool HasConstant(ObjectSchema schema, CaseConstant constant) =>
        schema.Properties.FirstOrDefault(property => property.Name == constant.PropertyName) is { } property && ConstantOf(property)?.Values.Contains(constant.Values[0]) != false;

    private static string CaseName(CSharpType type, string owner) => type switch
    {
        SimpleType simple => simple.Kind.ToString(),
        ListType list => CaseName(list.Item.AsNonNullable(), owner) + "List",
        MapType => "Map",
        GeneratedType generated => WithoutPrefix(generated.Identity.Name, owner),
        _ => "Value",
    };

    private static string ParameterName(SimpleKind kind) => kind switch
    {
        SimpleKind.String => "text",
        SimpleKind.Boolean => "boolean",
        SimpleKind.Int32 or SimpleKind.Int64 => "integer",
        SimpleKind.Double or SimpleKind.Decimal => "number",
        _ => Identifier.Camel(kind.ToString()),
    };

    private static string WithoutPrefix(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && char.IsUpper(name[prefix.Length]) ? name.Substring(prefix.Length) : name;
}
