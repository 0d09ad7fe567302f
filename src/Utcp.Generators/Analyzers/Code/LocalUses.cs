using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Where a local is read and written.</summary>
internal static class LocalUses
{
    /// <summary>All references to a local, in the member that declares it.</summary>
    public static IEnumerable<ILocalReferenceOperation> Of(ILocalSymbol local, IOperation inside)
    {
        var root = inside;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(reference => !reference.IsDeclaration && SymbolEqualityComparer.Default.Equals(reference.Local, local));
    }

    /// <summary>Whether nothing but its declaration sets the local.</summary>
    public static bool IsSetOnce(ILocalReferenceOperation reference) => !Of(reference.Local, reference).Any(IsWritten);

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IAddressOfOperation => true,
        _ => false,
    };
}
