using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>
/// Finds types of our own libraries among the references. <c>Compilation.GetTypeByMetadataName</c> looks through the declarations of the whole project first, which takes a second where a
/// generated client is large.
/// </summary>
internal static class RuntimeTypes
{
    private const string Prefix = "Utcp.";

    /// <summary>The type of a full name, or null when no library of ours is referenced that has it.</summary>
    public static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name.StartsWith(Prefix, StringComparison.Ordinal) && assembly.GetTypeByMetadataName(name) is { } type)
            {
                return type;
            }
        }

        return null;
    }
}
