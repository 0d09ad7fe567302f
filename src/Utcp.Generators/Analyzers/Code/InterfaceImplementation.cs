using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Finds the parameter of a generated client that stands behind one of its interface, where attributes are written once.</summary>
internal static class InterfaceImplementation
{
    /// <summary>The member that carries the attributes: the client's own, or the given one.</summary>
    public static ISymbol Of(ISymbol member)
    {
        if (member is not IParameterSymbol { ContainingSymbol: IMethodSymbol { ContainingType: { TypeKind: TypeKind.Interface } type } method } parameter || type.Name.Length < 2 || !GeneratedCode.Is(type))
        {
            return member;
        }

        foreach (var client in type.ContainingNamespace.GetTypeMembers(type.Name.Substring(1)))
        {
            if (GeneratedCode.Is(client) && client.FindImplementationForInterfaceMember(method) is IMethodSymbol own && own.Parameters.Length > parameter.Ordinal)
            {
                return own.Parameters[parameter.Ordinal];
            }
        }

        return member;
    }
}
