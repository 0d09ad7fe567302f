using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Tells what this generator wrote, here or in a referenced project.</summary>
internal static class GeneratedCode
{
    private const string Tool = "Utcp.Generators";

    /// <summary>Whether a type is generated.</summary>
    public static bool Is(INamedTypeSymbol type) => type.OriginalDefinition.GetAttributes().Any(data =>
        data.AttributeClass is { Name: "GeneratedCodeAttribute" } && data.ConstructorArguments.Length == 2 && data.ConstructorArguments[0].Value is Tool);

    /// <summary>Whether a type is a generated client, a group of one, or the interface of either.</summary>
    public static bool IsClient(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Interface && !type.IsRecord && Is(type);
}
