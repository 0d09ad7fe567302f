using System.Globalization;
using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Types;

/// <summary>Maps enums of strings to open structs, enums of integers to C# enums.</summary>
internal static class EnumMapper
{
    public static CSharpType Map(TypeMapper types, EnumSchema schema, string? definition, Place place)
    {
        var shape = !schema.IsInteger ? TypeShape.StringEnum : IsInt32(schema) ? TypeShape.Int32Enum : TypeShape.Int64Enum;
        if (schema.IsInteger && schema.Members.Any(member => !long.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            return new SimpleType(SimpleKind.Decimal);
        }

        var identity = types.Claim(schema, definition, place, shape, out var isNew);
        if (isNew)
        {
            var doc = DocText.Of(schema.Description, schema.Title ?? "");
            types.Add(schema.IsInteger
                ? new IntegerEnumModel { Identity = identity, Doc = doc, IsDeprecated = schema.Deprecated, Members = IntegerMembers(schema) }
                : new StringEnumModel { Identity = identity, Doc = doc, IsDeprecated = schema.Deprecated, Members = StringMembers(schema, identity) });
        }

        return new GeneratedType(identity);
    }

    private static List<EnumMemberModel> StringMembers(EnumSchema schema, TypeIdentity identity)
    {
        // What the emitted struct and every object have; a member called like its type is CS0542.
        var scope = new NameScope([identity.Name, .. ReservedNames.OfStringEnumMembers]);
        return [.. schema.Members.Select(member => Member(member, scope, "Value"))];
    }

    private static List<EnumMemberModel> IntegerMembers(EnumSchema schema)
    {
        // A member of a C# enum may have any name but value__.
        var scope = new NameScope("value__");
        return [.. schema.Members.Select(member => Member(member, scope, "Value"))];
    }

    private static EnumMemberModel Member(EnumMember member, NameScope scope, string prefix)
    {
        var text = member.Name ?? (IsNumber(member.Value) ? (member.Value[0] == '-' ? prefix + "Minus" + member.Value.Substring(1) : prefix + member.Value) : member.Value);
        var name = Identifier.Pascal(text);
        return new EnumMemberModel(scope.Take(member.Value, name, Identifier.PascalWithSymbols(text), Identifier.Cut(name + "Value")), member.Value, DocText.Of(member.Description));
    }

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsInt32(EnumSchema schema) => schema.Format != "int64"
        && schema.Members.All(member => int.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
}
