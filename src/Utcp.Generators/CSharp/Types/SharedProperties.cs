namespace Utcp.Generators.CSharp.Types;

/// <summary>Finds the properties of a base that are the same in all its cases, so that C# has them on the base too.</summary>
internal static class SharedProperties
{
    public static IReadOnlyList<TypeModel> Add(IReadOnlyList<TypeModel> models)
    {
        if (!models.OfType<HierarchyModel>().Any(hierarchy => hierarchy.Inherited.Count > 0))
        {
            return models;
        }

        var records = models.OfType<RecordModel>().ToDictionary(record => record.Identity);
        var shared = models.OfType<HierarchyModel>().ToDictionary(hierarchy => hierarchy.Identity, hierarchy => Of(hierarchy, [.. hierarchy.Cases.Select(item => records[item.Type])]));
        return [.. models.Select(model => model switch
        {
            HierarchyModel hierarchy => hierarchy with { Shared = shared[hierarchy.Identity] },
            RecordModel { Base: { } hierarchy } record when shared[hierarchy].Count > 0 => record with
            {
                Properties = [.. record.Properties.Select(property => property with { IsShared = shared[hierarchy].Any(other => other.WireName == property.WireName) })],
            },
            _ => model,
        })];
    }

    private static List<PropertyModel> Of(HierarchyModel hierarchy, IReadOnlyList<RecordModel> cases)
    {
        var shared = new List<PropertyModel>();
        foreach (var name in hierarchy.Inherited)
        {
            var all = cases.Select(item => item.Properties.FirstOrDefault(property => property.WireName == name)).ToList();
            if (all.TrueForAll(property => property is not null && IsAlike(property, all[0]!)) && all[0]!.Name != hierarchy.Identity.Name && all[0]!.Name is not "Value")
            {
                shared.Add(all[0]!);
            }
        }

        return shared;
    }

    // C# has one type for a property and what overrides it, and one opinion about whether it is deprecated.
    private static bool IsAlike(PropertyModel one, PropertyModel other) =>
        one.Name == other.Name && one.Type == other.Type && !one.IsDeprecated
        && (IsPlain(one) == IsPlain(other)) && one.Presence is Presence.Required or Presence.RequiredNullable or Presence.Optional && other.Presence is Presence.Required or Presence.RequiredNullable or Presence.Optional;

    private static bool IsPlain(PropertyModel property) => property.Presence == Presence.Required;
}
