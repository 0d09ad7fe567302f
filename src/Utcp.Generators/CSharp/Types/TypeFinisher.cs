namespace Utcp.Generators.CSharp.Types;

/// <summary>Settles how absent and null show in C#, which depends on whether a type is sent, received or both.</summary>
internal static class TypeFinisher
{
    public static IReadOnlyList<TypeModel> Finish(IReadOnlyList<TypeModel> models, IEnumerable<CSharpType> sent, IEnumerable<CSharpType> received)
    {
        var byIdentity = models.ToDictionary(model => model.Identity);
        var isSent = Reach(byIdentity, sent);
        var isReceived = Reach(byIdentity, received);
        return SharedProperties.Add([.. models.Select(model => model switch
        {
            RecordModel record => record with { Properties = Finish(record.Properties, isSent.Contains(record.Identity), isReceived.Contains(record.Identity)) },
            TupleModel tuple => tuple with { Items = Finish(tuple.Items, false, true) },
            _ => model,
        })]);
    }

    private static IReadOnlyList<PropertyModel> Finish(IReadOnlyList<PropertyModel> properties, bool isSent, bool isReceived) =>
        [.. properties.Select(property => property with { Presence = Finish(property, isSent, isReceived), KeepsNull = isSent && property.Type == SimpleType.Element, Constraints = isSent ? property.Constraints : [] })];

    private static Presence Finish(PropertyModel property, bool isSent, bool isReceived)
    {
        var presence = property.Presence;

        // The sender of a request cannot know what the server sets; the reader of an answer never gets what is only written.
        if (presence is Presence.Required or Presence.RequiredNullable or Presence.Constant && ((property.IsReadOnly && isSent) || (property.IsWriteOnly && isReceived)))
        {
            return Presence.Optional;
        }

        return presence == Presence.OptionalNullable && (!isSent || property.Type == SimpleType.Element) ? Presence.Optional : presence;
    }

    private static HashSet<TypeIdentity> Reach(Dictionary<TypeIdentity, TypeModel> models, IEnumerable<CSharpType> roots)
    {
        var reached = new HashSet<TypeIdentity>();
        var queue = new Queue<CSharpType>(roots);
        while (queue.Count > 0)
        {
            switch (queue.Dequeue())
            {
                case NullableType nullable:
                    queue.Enqueue(nullable.Inner);
                    break;
                case ListType list:
                    queue.Enqueue(list.Item);
                    break;
                case MapType map:
                    queue.Enqueue(map.Value);
                    break;
                case GeneratedType generated when reached.Add(generated.Identity) && models.TryGetValue(generated.Identity, out var model):
                    foreach (var part in Parts(model))
                    {
                        queue.Enqueue(part);
                    }

                    break;
            }
        }

        return reached;
    }

    private static IEnumerable<CSharpType> Parts(TypeModel model) => model switch
    {
        RecordModel record => record.Properties.Select(property => property.Type)
            .Concat(record.AdditionalType is null ? [] : [record.AdditionalType])
            .Concat(record.Base is null ? [] : [new GeneratedType(record.Base)]),
        TupleModel tuple => tuple.Items.Select(item => item.Type).Concat(tuple.RestType is null ? [] : [tuple.RestType]),
        UnionModel union => union.Cases.Select(item => item.Type),
        HierarchyModel hierarchy => hierarchy.Cases.Select(item => new GeneratedType(item.Type)),
        _ => [],
    };
}
