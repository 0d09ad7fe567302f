using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>
/// Which discriminated unions become class hierarchies: those with a name whose cases are objects that no other discriminated union claims,
/// because a C# record has one base only.
/// </summary>
internal sealed class HierarchyOwners
{
    private readonly Dictionary<string, NamedSchema> _owners = new(StringComparer.Ordinal);

    public HierarchyOwners(Manual manual)
    {
        var claims = new Dictionary<string, List<NamedSchema>>(StringComparer.Ordinal);
        // Several references may lead to one choice.
        foreach (var schema in manual.Schemas.All.Values.GroupBy(schema => schema.Pointer, StringComparer.Ordinal).Select(group => group.First()))
        {
            foreach (var target in CaseTargets(schema.Schema, manual.Schemas))
            {
                (claims.TryGetValue(target, out var list) ? list : claims[target] = []).Add(schema);
            }
        }

        foreach (var pair in claims)
        {
            if (pair.Value.Count == 1 && CaseTargets(pair.Value[0].Schema, manual.Schemas).All(target => claims[target].Count == 1))
            {
                _owners[pair.Key] = pair.Value[0];
            }
        }
    }

    /// <summary>The union that owns a schema, or null.</summary>
    public NamedSchema? OwnerOf(string pointer) => _owners.TryGetValue(pointer, out var owner) ? owner : null;

    /// <summary>Whether a union becomes a hierarchy.</summary>
    public bool IsHierarchy(UnionSchema union) => union.Cases.Count > 0 && union.Cases.All(item => item is ReferenceSchema reference && OwnerOf(reference.Target)?.Schema == union);

    private static IReadOnlyList<string> CaseTargets(Schema schema, SchemaSet schemas)
    {
        if (schema is not UnionSchema { Discriminator: not null } union)
        {
            return [];
        }

        var targets = new List<string>();
        foreach (var item in union.Cases)
        {
            if (item is not ReferenceSchema { Nullable: false } reference || schemas.Resolve(reference).Schema is not ObjectSchema { Properties.Count: > 0 } || targets.Contains(reference.Target))
            {
                return [];
            }

            targets.Add(reference.Target);
        }

        return targets;
    }
}
