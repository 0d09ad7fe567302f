using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Utcp.Manuals.Security;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Which parameters, properties and fields hold URLs: those that say so with <see cref="CheckedUrlAttribute"/>.</summary>
internal sealed class UrlMembers(INamedTypeSymbol attribute)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, UrlUse?> _members = new(SymbolEqualityComparer.Default);

    /// <summary>What the URL in a member is used for, or null when the member is none of these.</summary>
    public UrlUse? UseOf(ISymbol? member)
    {
        if (member?.ContainingAssembly is not { } assembly || !_assemblies.GetOrAdd(assembly, KnowsAttribute))
        {
            return null;
        }

        return _members.GetOrAdd(member.OriginalDefinition, Read);
    }

    private bool KnowsAttribute(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, attribute.ContainingAssembly)
        || assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(attribute.ContainingAssembly, SymbolEqualityComparer.Default));

    private UrlUse? Read(ISymbol member)
    {
        foreach (var data in member.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute) && data.ConstructorArguments.Length == 1 && data.ConstructorArguments[0].Value is int use)
            {
                return (UrlUse)use;
            }
        }

        return null;
    }
}
