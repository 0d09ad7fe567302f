using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>
/// Finds the enum that many properties of one object share, such as read and write in a list of permissions. It is named after the object, as no property has a better
/// claim to it than the others.
/// </summary>
internal static class EqualEnums
{
    // Two properties may be alike by chance; a column of them is meant so.
    private const int MinProperties = 4;

    /// <summary>By property, the word that replaces its own in the name of its enum.</summary>
    public static IReadOnlyDictionary<string, string> Words(TypeMapper types, ObjectSchema schema)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (schema.Properties.Count < MinProperties)
        {
            return words;
        }

        var number = 0;
        foreach (var group in schema.Properties.Where(property => EnumOf(property.Schema) is not null).GroupBy(property => types.HashOf(EnumOf(property.Schema)!)))
        {
            var names = group.Select(property => property.Name).ToList();
            if (names.Count < MinProperties)
            {
                continue;
            }

            // The first such enum is the object's; another one is named after its first property.
            var word = number++ > 0 ? Identifier.Pascal(names[0]) : schema.Properties.Any(property => Identifier.Pascal(property.Name) == "Value") ? "Option" : "Value";
            foreach (var name in names)
            {
                words[name] = word;
            }
        }

        return words;
    }

    private static EnumSchema? EnumOf(Schema schema) => schema switch
    {
        EnumSchema { Title: null } values => values,
        ArraySchema { PrefixItems.Count: 0, Items: EnumSchema { Title: null } values } => values,
        _ => null,
    };
}
