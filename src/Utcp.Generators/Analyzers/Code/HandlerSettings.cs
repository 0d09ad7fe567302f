using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>What is set on a message handler: where it is created, and on the local that holds it; through inner handlers and nested options.</summary>
internal static class HandlerSettings
{
    private const int MaxDepth = 6;

    /// <summary>The properties that are set, with their values.</summary>
    public static IEnumerable<(IPropertySymbol Property, IOperation Value)> Of(IOperation handler, int depth = MaxDepth)
    {
        handler = GivenValue.Unwrap(handler);
        return depth == 0 ? [] : handler switch
        {
            IObjectCreationOperation creation => Initialized(creation.Initializer, depth).Concat(creation.Arguments.SelectMany(argument => Of(argument.Value, depth - 1))),
            ILocalReferenceOperation local => OfLocal(local, depth),
            IFieldReferenceOperation { Field: { DeclaringSyntaxReferences.Length: 1 } field } reference when Declarations.InitializerOf(field) is { } initializer && initializer.SyntaxTree == reference.Syntax.SyntaxTree
                && reference.SemanticModel?.GetOperation(initializer) is { } value => Of(value, depth - 1),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Of(choice.WhenTrue, depth - 1).Concat(Of(otherwise, depth - 1)),
            _ => [],
        };
    }

    private static IEnumerable<(IPropertySymbol Property, IOperation Value)> OfLocal(ILocalReferenceOperation local, int depth)
    {
        if (Declarations.InitializerOf(local.Local) is { } initializer && local.SemanticModel?.GetOperation(initializer) is { } value)
        {
            foreach (var setting in Of(value, depth - 1))
            {
                yield return setting;
            }
        }

        // "handler.SslOptions.RemoteCertificateValidationCallback = ..."
        foreach (var reference in LocalUses.Of(local.Local, local))
        {
            IOperation member = reference;
            while (member.Parent is IPropertyReferenceOperation property && property.Instance == member)
            {
                member = property;
            }

            if (member is IPropertyReferenceOperation target && member.Parent is ISimpleAssignmentOperation assignment && assignment.Target == target)
            {
                foreach (var setting in Assigned(target.Property, assignment.Value, depth))
                {
                    yield return setting;
                }
            }
        }
    }

    private static IEnumerable<(IPropertySymbol Property, IOperation Value)> Initialized(IObjectOrCollectionInitializerOperation? initializer, int depth) => initializer is null ? [] : initializer.Initializers.SelectMany(member => member switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => Assigned(target.Property, assignment.Value, depth),
        IMemberInitializerOperation nested => Initialized(nested.Initializer, depth - 1),
        _ => [],
    });

    private static IEnumerable<(IPropertySymbol Property, IOperation Value)> Assigned(IPropertySymbol property, IOperation value, int depth) => [(property, value), .. Of(value, depth - 1)];
}
