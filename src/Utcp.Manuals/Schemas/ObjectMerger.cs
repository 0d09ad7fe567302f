namespace Utcp.Manuals.Schemas;

/// <summary>Unites the properties of two objects; a property of both is merged.</summary>
internal sealed class ObjectMerger(SchemaMerger merger)
{
    public Schema Merge(ObjectSchema left, ObjectSchema right)
    {
        var others = right.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var properties = new List<PropertySchema>();
        var (isLeft, isRight) = (true, true);
        foreach (var property in left.Properties)
        {
            if (!others.TryGetValue(property.Name, out var other))
            {
                properties.Add(property);
                isRight = false;
                continue;
            }

            others.Remove(property.Name);
            var merged = Merge(property, other);
            properties.Add(merged);
            isLeft &= IsSame(merged, property);
            isRight &= IsSame(merged, other);
        }

        foreach (var property in right.Properties)
        {
            if (others.ContainsKey(property.Name))
            {
                properties.Add(property);
                isLeft = false;
            }
        }

        var additional = left.AdditionalProperties is null ? right.AdditionalProperties
            : right.AdditionalProperties is null ? left.AdditionalProperties
            : merger.MergeOrAny(left.AdditionalProperties, right.AdditionalProperties);
        var isClosed = left.IsClosed || right.IsClosed;
        additional = isClosed ? null : additional;
        isLeft &= isClosed == left.IsClosed && ReferenceEquals(additional, left.AdditionalProperties);
        isRight &= isClosed == right.IsClosed && ReferenceEquals(additional, right.AdditionalProperties);
        return isRight ? right : isLeft ? left : right with { Properties = properties, AdditionalProperties = additional, IsClosed = isClosed };
    }

    private PropertySchema Merge(PropertySchema left, PropertySchema right)
    {
        // A name that only stands in "required" says nothing about where the property is declared.
        var declared = right.Schema.Source is null ? left : right;
        return new PropertySchema(left.Name, merger.MergeOrAny(left.Schema, right.Schema), left.Required || right.Required, declared.NameSpan);
    }

    private static bool IsSame(PropertySchema merged, PropertySchema one) =>
        merged.Required == one.Required && (ReferenceEquals(merged.Schema, one.Schema) || (merged.Schema is AnySchema && one.Schema is AnySchema));
}
