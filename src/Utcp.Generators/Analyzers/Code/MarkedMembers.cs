using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>What an attribute of ours says on parameters, properties and fields. Remembered, so that a member that is used often is looked at once.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="read">What it says.</param>
internal sealed class MarkedMembers<T>(INamedTypeSymbol attribute, Func<AttributeData, T?> read)
    where T : class
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, T?> _members = new(SymbolEqualityComparer.Default);

    /// <summary>What the attribute says on a member; null when it is not there.</summary>
    public T? Find(ISymbol? member) =>
        member?.ContainingAssembly is { } assembly && _assemblies.GetOrAdd(assembly, KnowsAttribute) ? _members.GetOrAdd(member.OriginalDefinition, Read) : null;

    // Most members belong to assemblies that have never heard of the attribute.
    private bool KnowsAttribute(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, attribute.ContainingAssembly)
        || assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(attribute.ContainingAssembly, SymbolEqualityComparer.Default));

    private T? Read(ISymbol member)
    {
        foreach (var data in member.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
            {
                return read(data);
            }
        }

        return null;
    }
}
