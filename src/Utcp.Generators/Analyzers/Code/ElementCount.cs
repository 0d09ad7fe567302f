using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Counts the elements of a list that is written out.</summary>
internal static class ElementCount
{
    /// <summary>The number of elements, or null when only the running program knows it.</summary>
    public static long? Of(IOperation value) => value switch
    {
        ICollectionExpressionOperation list => list.Elements.Any(element => element is ISpreadOperation) ? null : list.Elements.Length,
        IArrayCreationOperation { Initializer: { } given } => given.ElementValues.Length,
        IArrayCreationOperation { DimensionSizes.Length: 1 } array when array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: int size } => size,
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "List", ContainingNamespace.Name: "Generic" } } list when list.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32) =>
            list.Initializer?.Initializers.Length ?? 0,
        _ => null,
    };
}
