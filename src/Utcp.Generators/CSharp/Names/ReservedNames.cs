using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.CSharp.Names;

/// <summary>Names that emitted code takes for itself, by the place where a name from a document would meet them.</summary>
internal static class ReservedNames
{
    /// <summary>What every object has.</summary>
    public static IReadOnlyList<string> OfObject { get; } = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    /// <summary>For the fields of <c>Operations</c>: types that their initialisers use in expressions, where a field would hide the type.</summary>
    public static IReadOnlyList<string> OfOperations { get; } = [.. OfObject, "Operations", "ErrorTables", "SecurityTables", "ServerTables", "CaseForm", "ToolEffects", "TimeSpan", "ApiKeyLocation", "WebSocketFormat"];

    /// <summary>For members of records: what records have, and the helpers that emitted bodies use in expressions.</summary>
    public static IReadOnlyList<string> OfRecordMembers { get; } =
        [.. OfObject, "Clone", "EqualityContract", "PrintMembers", "ReadJson", "WriteJson", "Names", "JsonRead", "JsonWrite", "JsonModel", "JsonExtras"];

    /// <summary>For members of string enums.</summary>
    public static IReadOnlyList<string> OfStringEnumMembers { get; } =
        [.. OfObject, "Value", "Values", "IsKnown", "ReadJson", "WriteJson", "Names", "JsonRead", "JsonWrite", "JsonModel"];

    // Types nested in a client or a hierarchy, and a type parameter, hide a type of the same name where it is used.
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "Operations", "ErrorTables", "SecurityTables", "ServerTables", "Servers", "Variables", "ManualMetadata", "Unknown", "TResult" };

    // A member must not be called like its type.
    private static readonly HashSet<string> RecordMembers = new(OfObject.Concat(["EqualityContract", "PrintMembers", "WriteJson"]), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> StructMembers = new(OfObject.Concat(["Value", "Values", "IsKnown", "Match", "ReadCase"]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that a type of a shape gets for one that it wants: that one, or a longer one where it is reserved.</summary>
    public static string ForType(string name, TypeShape shape) => Hidden.Contains(name) || shape switch
    {
        TypeShape.Int32Enum or TypeShape.Int64Enum => false,
        TypeShape.StringEnum => StructMembers.Contains(name),
        TypeShape.Union => StructMembers.Contains(name) || name.StartsWith("TryGet", StringComparison.OrdinalIgnoreCase),
        _ => RecordMembers.Contains(name),
    } ? Identifier.Cut(name + "Model") : name;
}
