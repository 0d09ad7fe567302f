using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Maps objects to records, maps or <c>JsonElement</c>, and arrays with fixed positions to records.</summary>
internal sealed class RecordMapper(TypeMapper types)
{
    public CSharpType MapObject(ObjectSchema schema, string? definition, Place place, string? pointer)
    {
        if (schema.Properties.Count == 0)
        {
            return schema.AdditionalProperties is null or AnySchema ? SimpleType.Element : new MapType(types.Map(schema.AdditionalProperties, TypeMapper.ItemPlace(definition, place)));
        }

        var identity = types.Claim(schema, definition, place, TypeShape.Record, out var isNew);
        var type = new GeneratedType(identity);
        types.Announce(pointer, schema, type);
        if (isNew)
        {
            types.Add(Build(identity, schema, null, null));
        }

        return type;
    }

    /// <summary>Builds the record of an object.</summary>
    /// <param name="identity">The record's name.</param>
    /// <param name="schema">The object.</param>
    /// <param name="owner">The hierarchy it is a case of, or null.</param>
    /// <param name="tag">The discriminator's property, which is not a property of the record, or null.</param>
    public RecordModel Build(TypeIdentity identity, ObjectSchema schema, TypeIdentity? owner, TagModel? tag)
    {
        var scope = MemberScope(identity.Name);
        if (owner is not null)
        {
            // The case for unknown tags is a nested type of the base; a member of that name would hide it.
            scope.TryTake("Unknown");
        }

        tag = tag is null ? null : tag with { Name = scope.Take(tag.WireName, Identifier.Pascal(tag.WireName), Identifier.Cut(Identifier.Pascal(tag.WireName) + "Value")) };
        var properties = new List<PropertyModel>();
        var words = EqualEnums.Words(types, schema);
        var isPart = types.IsPart;
        foreach (var property in schema.Properties)
        {
            if (property.Name != tag?.WireName)
            {
                types.IsPart = types.Files.Contains(schema, property.Name);
                properties.Add(Property(identity, property, scope, isFile: types.IsPart, word: words.TryGetValue(property.Name, out var word) ? word : null));
            }
        }

        types.IsPart = false;
        var additionalType = schema.AdditionalProperties is { } additional ? types.Map(additional, identity.Member("AdditionalProperty")) : null;
        types.IsPart = isPart;
        return new RecordModel
        {
            Identity = identity,
            Doc = DocText.Of(schema.Description, schema.Title ?? ""),
            IsDeprecated = schema.Deprecated,
            Properties = properties,
            AdditionalType = additionalType,
            AdditionalName = schema.AdditionalProperties is null ? "" : scope.Take("additional properties", "AdditionalProperties", "OtherProperties"),
            Base = owner,
            Tag = tag,
        };
    }

    public CSharpType MapTuple(ArraySchema schema, string? definition, Place place, string? pointer)
    {
        var identity = types.Claim(schema, definition, place, TypeShape.Tuple, out var isNew);
        var type = new GeneratedType(identity);
        types.Announce(pointer, schema, type);
        if (!isNew)
        {
            return type;
        }

        var scope = MemberScope(identity.Name);
        var items = new List<PropertyModel>();
        for (var i = 0; i < schema.PrefixItems.Count; i++)
        {
            var item = schema.PrefixItems[i];
            var position = "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var title = item.Title is { Length: > 0 and <= 60 } text ? Identifier.Pascal(text) : position;
            items.Add(Property(identity, new PropertySchema(position, item, i < (schema.MinItems ?? schema.PrefixItems.Count), default), scope, title));
        }

        types.Add(new TupleModel
        {
            Identity = identity,
            Doc = DocText.Of(schema.Description, schema.Title ?? ""),
            IsDeprecated = schema.Deprecated,
            Items = items,
            RestType = schema.Items is NothingSchema or AnySchema ? null : types.Map(schema.Items, identity.Member("Item")),
            RestName = scope.Take("rest", "Rest", "OtherItems"),
        });
        return type;
    }

    private PropertyModel Property(TypeIdentity owner, PropertySchema property, NameScope scope, string? preferred = null, string? word = null, bool isFile = false)
    {
        var wanted = preferred ?? Identifier.Pascal(property.Name);
        var name = scope.Take(property.Name, wanted, Identifier.PascalWithSymbols(property.Name), Identifier.Cut(wanted + "Value"));
        var type = types.Map(property.Schema, owner.Member(word ?? (wanted == owner.Name ? wanted : name)));
        type = isFile ? FileOf(type) : type;
        var schema = types.Resolve(property.Schema);
        var constant = property.Required && !type.IsNullable && schema is ConstSchema { Value.Kind: not (Manuals.Json.JsonKind.Array or Manuals.Json.JsonKind.Object) } fixedValue
            ? new ConstantValue(fixedValue.Value.Kind, fixedValue.Value.Text) : null;
        return new PropertyModel
        {
            WireName = property.Name,
            Name = name,
            Type = type.AsNonNullable(),
            Presence = constant is not null ? Presence.Constant
                : (property.Required, type.IsNullable) switch
                {
                    (true, false) => Presence.Required,
                    (true, true) => Presence.RequiredNullable,
                    (false, false) => Presence.Optional,
                    (false, true) => Presence.OptionalNullable,
                },
            AllowsNull = type.IsNullable,
            Constant = constant,
            Constraints = constant is null ? ConstraintList.Of(schema, type) : [],
            IsReadOnly = property.Schema.ReadOnly || schema.ReadOnly,
            IsWriteOnly = property.Schema.WriteOnly || schema.WriteOnly,
            IsDeprecated = property.Schema.Deprecated,
            Doc = DocText.Of(property.Schema.Description.Length > 0 ? property.Schema.Description : schema.Description, property.Schema.Title ?? "")
                .With(ConstraintText.Of(schema, isOptional: !property.Required)),
        };
    }

    // A part whose schema says nothing is a file for its media type.
    private static CSharpType FileOf(CSharpType type) => type == SimpleType.Element ? new SimpleType(SimpleKind.File) : type is ListType { Item: var item } && item == SimpleType.Element ? new ListType(new SimpleType(SimpleKind.File)) : type;

    private static NameScope MemberScope(string typeName) => new([typeName, .. ReservedNames.OfRecordMembers]);
}
