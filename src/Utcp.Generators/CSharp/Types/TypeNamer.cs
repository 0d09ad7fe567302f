using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>
/// Gives generated types their names: that of the definition, else the title, else one made of the place where the schema stands. Types of one name and one shape are
/// one type.
/// </summary>
/// <remarks>
/// Whoever comes first in the document has a name; the others get their next longer one. So names depend on what stands before, and a tool at the end renames nothing.
/// Definitions come first of all. Anonymous shapes are shared where they are equal and their properties have the same telling name.
/// </remarks>
internal sealed class TypeNamer
{
    private const int MaxTitleLength = 60;

    // Where the way to a place is longer than this, two words of its own say more.
    private const int LongestPath = 55;
    private readonly NameScope _names;
    private readonly SchemaHash _hashes;
    private readonly Dictionary<(string Name, ulong Hash, TypeShape Shape), TypeIdentity> _named = [];
    private readonly Dictionary<(string Word, ulong Hash, TypeShape Shape), TypeIdentity> _shared = [];
    private readonly Dictionary<string, ulong> _definitions = new(StringComparer.OrdinalIgnoreCase);

    public TypeNamer(Manual manual, NameScope names, SchemaHash hashes)
    {
        _names = names;
        _hashes = hashes;

        // The definitions of an OpenAPI document are everybody's; those of a UTCP tool are its own, and tools come one after the other.
        foreach (var schema in manual.OpenApiVersion is null ? [] : manual.Schemas.All.Values)
        {
            if (schema.Name is { } name && Identifier.Cut(Identifier.Pascal(name)) is var identifier && !_definitions.ContainsKey(identifier))
            {
                _definitions.Add(identifier, _hashes.OfShape(schema.Schema));
            }
        }
    }

    /// <summary>The identity for a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">The name of the definition it is, or null.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="shape">What the type will be.</param>
    /// <param name="isNew">Whether the type has to be built; else it exists already.</param>
    public TypeIdentity Claim(Schema schema, string? definition, Place place, TypeShape shape, out bool isNew)
    {
        var hash = _hashes.OfShape(schema);
        if (definition is not null)
        {
            // Documents without nullable references spell them as a second definition.
            var plain = Identifier.Pascal(definition);
            plain = plain.StartsWith("Nullable", StringComparison.Ordinal) ? plain.Substring("Nullable".Length) : "";
            return ClaimNamed(_definitions.TryGetValue(plain, out var same) && same == hash ? plain : definition, hash, place, shape, isDefinition: true, out isNew);
        }

        if (UsableTitle(schema) is { } title && (!_definitions.TryGetValue(Identifier.Pascal(title), out var other) || other == hash))
        {
            return ClaimNamed(title, hash, place, shape, isDefinition: false, out isNew);
        }

        // Any other word is shared inside its owner only.
        var key = (TellingWord.IsTelling(place.Word) ? place.Word : place.FullName(shape), hash, shape);
        var isShared = place.Kind != PlaceKind.Whole;
        if (isShared && _shared.TryGetValue(key, out var existing))
        {
            isNew = false;
            return existing;
        }

        isNew = true;
        var identity = new TypeIdentity(TakeForPlace(place, shape), shape, place);
        if (isShared)
        {
            _shared[key] = identity;
        }

        return identity;
    }

    /// <summary>The identity for a case of a hierarchy, which is never shared by name.</summary>
    /// <param name="definition">The name of the case's definition.</param>
    /// <param name="hierarchy">The hierarchy.</param>
    public TypeIdentity ClaimCase(string definition, TypeIdentity hierarchy)
    {
        var name = ReservedNames.ForType(Identifier.Pascal(definition), TypeShape.Record);
        return new TypeIdentity(_names.Take(hierarchy.Name + definition, name, Identifier.Cut(hierarchy.Name + name)), TypeShape.Record);
    }

    private TypeIdentity ClaimNamed(string text, ulong hash, Place place, TypeShape shape, bool isDefinition, out bool isNew)
    {
        var name = ReservedNames.ForType(Identifier.Cut(Identifier.Pascal(text)), shape);
        var key = (name, hash, shape);
        isNew = !_named.TryGetValue(key, out var identity);
        if (isNew)
        {
            // A name of the document that is taken is told apart by its own spelling, one that somebody else has by its place.
            var full = ReservedNames.ForType(place.FullName(shape), shape);
            identity = new TypeIdentity(
                isDefinition && _definitions.Count > 0 ? _names.Take(text, name, Identifier.PascalWithSymbols(text), Identifier.Cut(name + "Model")) : _names.Take(place.FullName(shape), name, full, Identifier.Cut(full + name)),
                shape);
            _named[key] = identity;
        }

        return identity!;
    }

    private string TakeForPlace(Place place, TypeShape shape)
    {
        var names = new List<string>();
        if (place.Kind != PlaceKind.Whole && place.FullName(shape).Length > LongestPath && TellingWord.IsTelling(place.Word) && TellingWord.HasSeveralWords(place.Word))
        {
            names.Add(place.Word);
        }
        else if (place.Kind == PlaceKind.Operation && !IsOfDefinition(place.Word) && TellingWord.IsTelling(place.Word) && (shape is TypeShape.StringEnum or TypeShape.Int32Enum or TypeShape.Int64Enum || TellingWord.HasSeveralWords(place.Word)))
        {
            names.Add(place.Word);
        }

        names.Add(place.FullName(shape));
        names.Add(place.LongName);

        var candidates = names.ConvertAll(name => ReservedNames.ForType(name, shape));
        return candidates.Find(name => !_definitions.ContainsKey(name) && _names.TryTake(name))
            ?? _names.Take(place.FullName(shape), _definitions.ContainsKey(candidates[candidates.Count - 1]) ? Identifier.Cut(place.FullName(shape) + "Model") : candidates[candidates.Count - 1]);
    }

    // "UserType" would be the type of a user.
    private bool IsOfDefinition(string word)
    {
        for (var end = 1; end < word.Length; end++)
        {
            if (char.IsUpper(word[end]) && _definitions.ContainsKey(word.Substring(0, end)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? UsableTitle(Schema schema) =>
        schema.Title is { Length: > 0 and <= MaxTitleLength } title && title.Any(char.IsLetter) && TellingWord.IsTellingTitle(Identifier.Pascal(title)) ? title : null;
}
