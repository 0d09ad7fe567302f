using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>The names and values that code puts into a dictionary property, in all the ways that C# has for it.</summary>
internal static class VariableValues
{
    /// <summary>The pairs that stand at a reference to the property.</summary>
    public static IEnumerable<(IOperation Name, IOperation Value)> At(IPropertyReferenceOperation dictionary) => dictionary.Parent switch
    {
        IMemberInitializerOperation member when member.InitializedMember == dictionary => Of(member.Initializer),
        ISimpleAssignmentOperation assignment when assignment.Target == dictionary && GivenValue.Unwrap(assignment.Value) is IObjectCreationOperation { Initializer: { } initializer } => Of(initializer),
        IPropertyReferenceOperation { Arguments.Length: 1 } item when item.Instance == dictionary && item.Parent is ISimpleAssignmentOperation assignment && assignment.Target == item => [(item.Arguments[0].Value, assignment.Value)],
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments.Length: 2 } add when add.Instance == dictionary => [(add.Arguments[0].Value, add.Arguments[1].Value)],
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "TryAdd", IsExtensionMethod: true }, Arguments.Length: 3 } add } argument when add.Arguments[0] == argument => [(add.Arguments[1].Value, add.Arguments[2].Value)],
        _ => [],
    };

    private static IEnumerable<(IOperation Name, IOperation Value)> Of(IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers.SelectMany(item => item switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } target } assignment => [(target.Arguments[0].Value, assignment.Value)],
        IInvocationOperation { Arguments.Length: 2 } add => [(add.Arguments[0].Value, add.Arguments[1].Value)],
        _ => Array.Empty<(IOperation, IOperation)>(),
    });
}
