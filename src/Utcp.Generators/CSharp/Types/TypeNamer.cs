using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>
/// Gives generated types their names: that of the definition, else the title, else the place where the schema stands. Types of one name and one shape are one type.
/// </summary>
internal sealed class TypeNamer(NameScope names, SchemaHash hashes)
{
    private const int MaxTitleLength = 60;
    private readonly Dictionary<(string Name, ulong Hash), TypeIdentity> _shared = [];

    /// <summary>The identity for a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">The name of the definition it is, or null.</param>
    /// <param name="place">A name made of the owner's and the property's.</param>
    /// <param name="shape">What the type will be.</param>
    /// <param name="isNew">Whether the type has to be built; else it exists already.</param>
    public TypeIdentity Claim(Schema schema, string? definition, string place, TypeShape shape, out bool isNew)
    {
        isNew = true;
        if ((definition ?? UsableTitle(schema)) is not { } text || Identifier.Cut(Identifier.Pascal(text)) is not { Length: > 0 } name)
        {
            return new TypeIdentity(names.Take(place, Identifier.Cut(place)), shape);
        }

        var key = (name, hashes.Of(schema));
        if (_shared.TryGetValue(key, out var existing) && existing.Shape == shape)
        {
            isNew = false;
            return existing;
        }

        var identity = new TypeIdentity(names.TryTake(name) ? name : names.Take(place, Identifier.Cut(place), Identifier.Cut(place + name)), shape);
        _shared[key] = identity;
        return identity;
    }

    private static string? UsableTitle(Schema schema) =>
        schema.Title is { Length: > 0 and <= MaxTitleLength } title && title.Any(char.IsLetter) ? title : null;
}
