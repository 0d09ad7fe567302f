using Utcp.Generators.CSharp;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.Emit;

/// <summary>
/// How types are written in one file of a client: by simple name, as a person would, and with <c>global::</c> where a generated type has that name.
/// </summary>
/// <param name="generated">The names of all generated types of the client.</param>
internal sealed class TypeNames(HashSet<string> generated)
{
    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The namespaces that the file has to import, System first.</summary>
    public IEnumerable<string> Namespaces => _namespaces.OrderBy(ns => ns.StartsWith("System", StringComparison.Ordinal) ? 0 : 1);

    /// <summary>The names of all generated types of a client.</summary>
    public static HashSet<string> GeneratedBy(ClientModel client) =>
        new(client.TypeNames, StringComparer.Ordinal);

    /// <summary>A type of the framework or the runtime, with its type arguments.</summary>
    public string Of(FrameworkType type, params string[] arguments)
    {
        var name = Import(type, generated.Contains(type.Name)) ?? type.Name;
        return arguments.Length == 0 ? name : name + "<" + string.Join(", ", arguments) + ">";
    }

    /// <summary>An attribute, without its "Attribute" where that is safe.</summary>
    public string Attribute(FrameworkType type)
    {
        var shortName = type.Name.Substring(0, type.Name.Length - "Attribute".Length);
        return Import(type, generated.Contains(type.Name) || generated.Contains(shortName)) ?? shortName;
    }

    /// <summary>A type, with <c>?</c> where it is nullable.</summary>
    public string Of(CSharpType type) => type switch
    {
        NullableType nullable => Of(nullable.Inner) + "?",
        GeneratedType generated => generated.Identity.Name,
        ListType list => Of(FrameworkTypes.ReadOnlyList, Of(list.Item)),
        MapType map => Of(FrameworkTypes.ReadOnlyDictionary, "string", Of(map.Value)),
        SimpleType simple => Of(simple.Kind),
        _ => throw new InvalidOperationException("Unknown type " + type.GetType().Name),
    };

    /// <summary>The codec of a type.</summary>
    public string Codec(CSharpType type) => type switch
    {
        NullableType nullable => Of(nullable.IsValueType ? FrameworkTypes.NullableCodec : FrameworkTypes.NullableReferenceCodec, Of(nullable.Inner), Codec(nullable.Inner)),
        GeneratedType { Identity.Shape: TypeShape.Int32Enum } generated => Of(FrameworkTypes.Int32EnumCodec, generated.Identity.Name),
        GeneratedType { Identity.Shape: TypeShape.Int64Enum } generated => Of(FrameworkTypes.Int64EnumCodec, generated.Identity.Name),
        GeneratedType generated => Of(FrameworkTypes.ModelCodec, generated.Identity.Name),
        ListType list => Of(FrameworkTypes.ListCodec, Of(list.Item), Codec(list.Item)),
        MapType map => Of(FrameworkTypes.MapCodec, Of(map.Value), Codec(map.Value)),
        SimpleType simple => Of(CodecOf(simple.Kind)),
        _ => throw new InvalidOperationException("Unknown type " + type.GetType().Name),
    };

    /// <summary>The helper of <c>JsonRead</c> and <c>JsonWrite</c> for a type without null, such as <c>Int64</c> or <c>Models&lt;Pet&gt;</c>.</summary>
    /// <param name="type">The type without null.</param>
    /// <param name="orNull">Whether null stands for absent.</param>
    public string Helper(CSharpType type, bool orNull)
    {
        var prefix = orNull ? "Nullable" : "";
        return type switch
        {
            SimpleType simple => prefix + simple.Kind,
            GeneratedType { Identity.Shape: TypeShape.Int32Enum or TypeShape.Int64Enum } => prefix + "Value<" + Of(type) + ", " + Codec(type) + ">",
            GeneratedType { IsValueType: true } => orNull ? "NullableModelValue<" + Of(type) + ">" : "Model<" + Of(type) + ">",
            GeneratedType => prefix + "Model<" + Of(type) + ">",
            ListType { Item: GeneratedType { Identity.Shape: not (TypeShape.Int32Enum or TypeShape.Int64Enum) } item } => prefix + "Models<" + Of(item) + ">",
            ListType list => prefix + "List<" + Of(list.Item) + ", " + Codec(list.Item) + ">",
            MapType map => prefix + "Map<" + Of(map.Value) + ", " + Codec(map.Value) + ">",
            _ => throw new InvalidOperationException("No helper for " + type.GetType().Name),
        };
    }

    // The full name when the simple one is taken; else null, and the namespace is imported.
    private string? Import(FrameworkType type, bool isTaken)
    {
        if (isTaken)
        {
            return "global::" + type.Namespace + "." + type.Name;
        }

        _namespaces.Add(type.Namespace);
        return null;
    }

    private string Of(SimpleKind kind) => kind switch
    {
        SimpleKind.String => "string",
        SimpleKind.Boolean => "bool",
        SimpleKind.Int32 => "int",
        SimpleKind.Int64 => "long",
        SimpleKind.Double => "double",
        SimpleKind.Decimal => "decimal",
        SimpleKind.Guid => Of(FrameworkTypes.Guid),
        SimpleKind.DateTimeOffset => Of(FrameworkTypes.DateTimeOffset),
        SimpleKind.Date => Of(FrameworkTypes.DateOnly),
        SimpleKind.Time => Of(FrameworkTypes.TimeOnly),
        SimpleKind.Duration => Of(FrameworkTypes.TimeSpan),
        SimpleKind.Uri => Of(FrameworkTypes.Uri),
        SimpleKind.Bytes => Of(FrameworkTypes.ReadOnlyMemory, "byte"),
        SimpleKind.Stream => Of(FrameworkTypes.Stream),
        SimpleKind.File => Of(FrameworkTypes.File),
        _ => Of(FrameworkTypes.JsonElement),
    };

    private static FrameworkType CodecOf(SimpleKind kind) => kind switch
    {
        SimpleKind.String => FrameworkTypes.StringCodec,
        SimpleKind.Boolean => FrameworkTypes.BooleanCodec,
        SimpleKind.Int32 => FrameworkTypes.Int32Codec,
        SimpleKind.Int64 => FrameworkTypes.Int64Codec,
        SimpleKind.Double => FrameworkTypes.DoubleCodec,
        SimpleKind.Decimal => FrameworkTypes.DecimalCodec,
        SimpleKind.Guid => FrameworkTypes.GuidCodec,
        SimpleKind.DateTimeOffset => FrameworkTypes.DateTimeOffsetCodec,
        SimpleKind.Date => FrameworkTypes.DateCodec,
        SimpleKind.Time => FrameworkTypes.TimeCodec,
        SimpleKind.Duration => FrameworkTypes.DurationCodec,
        SimpleKind.Uri => FrameworkTypes.UriCodec,
        SimpleKind.Bytes => FrameworkTypes.BytesCodec,
        SimpleKind.Element => FrameworkTypes.ElementCodec,
        SimpleKind.File => FrameworkTypes.FileCodec,
        _ => throw new InvalidOperationException("A " + kind + " has no codec."),
    };
}
