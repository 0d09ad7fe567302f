using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Hashes of shapes: schemas that give the same C# type have the same hash, wherever they stand. Descriptions and limits do not count.</summary>
internal sealed class SchemaHash
{
    // Each round tells apart what differs one reference further away; real documents settle within a handful.
    private const int MaxRounds = 24;

    private Dictionary<string, ulong> _targets = new(StringComparer.Ordinal);

    public SchemaHash(SchemaSet schemas)
    {
        foreach (var pointer in schemas.All.Keys)
        {
            _targets[pointer] = 1;
        }

        for (var (round, kinds) = (0, 0); round < MaxRounds; round++)
        {
            var next = new Dictionary<string, ulong>(StringComparer.Ordinal);
            foreach (var pair in schemas.All)
            {
                next[pair.Key] = Of(pair.Value.Schema);
            }

            _targets = next;
            var distinct = new HashSet<ulong>(next.Values).Count;
            if (distinct == kinds)
            {
                return;
            }

            kinds = distinct;
        }
    }

    /// <summary>The hash of what a schema is, whether or not its place allows null, or is for one direction only.</summary>
    public ulong OfShape(Schema schema) => Of(schema with { Nullable = false, ReadOnly = false, WriteOnly = false });

    /// <summary>The hash of a schema.</summary>
    public ulong Of(Schema schema)
    {
        var hash = StableHash.Of(schema.GetType().Name);
        hash = StableHash.Continue(hash, (schema.Nullable ? 1u : 0) + (schema.ReadOnly ? 2u : 0) + (schema.WriteOnly ? 4u : 0));
        return schema switch
        {
            ReferenceSchema reference => StableHash.Continue(hash, _targets.TryGetValue(reference.Target, out var target) ? target : 0),
            NumberSchema number => StableHash.Continue(hash, number.IsInteger + "|" + number.Format),
            TextSchema text => StableHash.Continue(hash, text.Format + "|" + text.ContentEncoding + "|" + text.ContentMediaType),
            ConstSchema constant => StableHash.Continue(hash, JsonText.Minify(constant.Value)),
            EnumSchema values => values.Members.Aggregate(hash, (h, member) => StableHash.Continue(StableHash.Continue(h, member.Value), member.Name ?? "")),
            ArraySchema array => array.PrefixItems.Aggregate(StableHash.Continue(StableHash.Continue(hash, Of(array.Items)), array.PrefixItems.Count > 0 ? (ulong)(array.MinItems ?? -1) : 0), (h, item) => StableHash.Continue(h, Of(item))),
            UnionSchema union => union.Cases.Aggregate(OfDiscriminator(union.IsByStatus ? ~hash : hash, union.Discriminator), (h, item) => StableHash.Continue(h, Of(item))),
            ObjectSchema value => OfObject(hash, value),
            _ => hash,
        };
    }

    private static ulong OfDiscriminator(ulong hash, Discriminator? discriminator) => discriminator is null
        ? StableHash.Continue(hash, "")
        : discriminator.Tags.Aggregate(StableHash.Continue(hash, discriminator.PropertyName), (h, tags) => StableHash.Continue(h, string.Join("|", tags)));

    private ulong OfObject(ulong hash, ObjectSchema schema)
    {
        foreach (var property in schema.Properties)
        {
            hash = StableHash.Continue(hash, property.Required ? property.Name + "!" : property.Name);
            hash = StableHash.Continue(hash, Of(property.Schema));
        }

        return StableHash.Continue(hash, schema.AdditionalProperties is { } additional ? Of(additional) : 0);
    }
}
