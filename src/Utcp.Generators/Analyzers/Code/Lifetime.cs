using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Follows a disposable object from where it is created. What is not understood counts as kept, so that nothing wrong is said about it.</summary>
internal static class Lifetime
{
    /// <summary>What becomes of the value of an expression.</summary>
    public static Fate Of(IOperation created)
    {
        var value = created;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation or IConditionalOperation { Type: not null })
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => OfLocal(declarator),
            ISimpleAssignmentOperation { Target: IDiscardOperation } => Fate.Dropped,
            IExpressionStatementOperation => Fate.Dropped,
            IUsingOperation => Fate.Disposed,
            IInvocationOperation call when call.Instance == value => OfReceiver(call),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol client } creation } when GeneratedCode.IsClient(client) => Of(creation) == Fate.Kept ? Fate.Kept : Fate.Dropped,
            _ => Fate.Kept,
        };
    }

    private static Fate OfLocal(IVariableDeclaratorOperation declarator)
    {
        for (var parent = declarator.Parent; parent is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IUsingOperation; parent = parent.Parent)
        {
            if (parent is IUsingDeclarationOperation or IUsingOperation)
            {
                return Fate.Disposed;
            }
        }

        var fate = Fate.Dropped;
        foreach (var reference in LocalUses.Of(declarator.Symbol, declarator))
        {
            var next = IsInOtherFunction(reference, declarator) ? Fate.Kept : OfReference(reference);
            fate = next > fate ? next : fate;
        }

        return fate;
    }

    private static Fate OfReference(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment when assignment.Target == reference => Fate.Kept,
        IPropertyReferenceOperation property when property.Instance == reference => Fate.Dropped,
        IFieldReferenceOperation => Fate.Dropped,
        IBinaryOperation or IIsPatternOperation => Fate.Dropped,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } access when access.Operation == reference => OfReceiver(call),
        _ => Of(reference),
    };

    // A task or stream that leaves the code needs the object beyond it.
    private static Fate OfReceiver(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Dispose" or "DisposeAsync")
        {
            return Fate.Disposed;
        }

        IOperation value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation || (value.Parent is IInvocationOperation chained && chained.Instance == value && chained.TargetMethod.Name is "ConfigureAwait" or "WithCancellation"))
        {
            value = value.Parent!;
        }

        return value.Parent is IAwaitOperation or IForEachLoopOperation or IExpressionStatementOperation ? Fate.Dropped : call.Type is { SpecialType: not SpecialType.None } ? Fate.Dropped : Fate.Kept;
    }

    private static bool IsInOtherFunction(IOperation reference, IOperation declaration) => !ReferenceEquals(Function(reference), Function(declaration));

    /// <summary>The lambda or local function that code stands in, or null when it is directly in a member.</summary>
    public static IOperation? Function(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
