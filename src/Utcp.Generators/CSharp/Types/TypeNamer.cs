using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>
/// Gives generated types their names: that of the definition, else the title, else the place where the schema stands. Types of one name and one shape are one type.
/// </summary>
internal sealed class TypeNamer(NameScope names, SchemaHash hashes)
{
    private const int MaxTitleLength = 60;
    private readonly Dictionary<(string Name, ulong Hash, TypeShape Shape), TypeIdentity> _shared = [];

    /// <summary>The identity for a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">The name of the definition it is, or null.</param>
    /// <param name="place">A name made of the owner's and the property's.</param>
    /// <param name="shape">What the type will be.</param>
    /// <param name="isNew">Whether the type has to be built; else it exists already.</param>
    public TypeIdentity Claim(Schema schema, string? definition, string place, TypeShape shape, out bool isNew)
    {
        isNew = true;
        place = ReservedNames.ForType(Identifier.Cut(place), shape);
        if ((definition ?? UsableTitle(schema)) is not { } text || Identifier.Cut(Identifier.Pascal(text)) is not { Length: > 0 } name)
        {
            return new TypeIdentity(names.Take(place, place), shape);
        }

        name = ReservedNames.ForType(name, shape);
        var key = (name, hashes.OfShape(schema), shape);
        if (_shared.TryGetValue(key, out var existing))
        {
            isNew = false;
            return existing;
        }

        var identity = new TypeIdentity(names.TryTake(name) ? name : names.Take(place, place, Identifier.Cut(place + name)), shape);
        _shared[key] = identity;
        return identity;
    }

    /// <summary>The identity for a case of a hierarchy, which is never shared by name.</summary>
    /// <param name="definition">The name of the case's definition.</param>
    /// <param name="hierarchy">The hierarchy.</param>
    public TypeIdentity ClaimCase(string definition, TypeIdentity hierarchy)
    {
        var name = ReservedNames.ForType(Identifier.Pascal(definition), TypeShape.Record);
        return new TypeIdentity(names.Take(hierarchy.Name + definition, name, Identifier.Cut(hierarchy.Name + name)), TypeShape.Record);
    }

    private static string? UsableTitle(Schema schema) =>
        schema.Title is { Length: > 0 and <= MaxTitleLength } title && title.Any(char.IsLetter) ? title : null;
}
