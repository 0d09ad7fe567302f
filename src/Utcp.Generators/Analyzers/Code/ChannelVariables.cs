using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Finds the variables of a client whose channel is made beside it.</summary>
internal static class ChannelVariables
{
    /// <summary>The names of all variables that the client's channel knows; null when others may come from elsewhere, such as the environment.</summary>
    public static HashSet<string>? NamesFor(IObjectCreationOperation client)
    {
        // Options of the client may name variables differently, or bring a source of their own.
        var channel = client.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        return channel is not null && client.Arguments.All(argument => argument.Parameter?.Ordinal == 0 || IsNothing(argument)) && Created(channel) is { Type.Name: "UtcpChannel", Arguments: { Length: 1 } given }
            && GivenValue.Unwrap(given[0].Value) is IObjectCreationOperation { Type.Name: "UtcpChannelOptions", Initializer: { } initializer } ? Names(initializer) : null;
    }

    /// <summary>Whether an argument is left out or null.</summary>
    public static bool IsNothing(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue || GivenValue.Unwrap(argument.Value).ConstantValue is { HasValue: true, Value: null };

    private static IObjectCreationOperation? Created(IOperation value) => GivenValue.Unwrap(value) switch
    {
        IObjectCreationOperation creation => creation,
        ILocalReferenceOperation local when Declarations.InitializerOf(local.Local) is { } initializer && LocalUses.IsSetOnce(local) => local.SemanticModel?.GetOperation(initializer) is { } created ? GivenValue.Unwrap(created) as IObjectCreationOperation : null,
        _ => null,
    };

    private static HashSet<string>? Names(IObjectOrCollectionInitializerOperation initializer)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var isClosed = false;
        foreach (var member in initializer.Initializers)
        {
            var property = (member switch
            {
                ISimpleAssignmentOperation assignment => assignment.Target,
                IMemberInitializerOperation nested => nested.InitializedMember,
                _ => null,
            }) as IPropertyReferenceOperation;
            switch (property?.Property.Name)
            {
                case null or "VariableSource" or "Authenticators":
                    return null;
                case "UseEnvironmentVariables":
                    isClosed = member is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: false } };
                    break;
                case "Variables":
                    if (!Add(names, property, member))
                    {
                        return null;
                    }

                    break;
            }
        }

        return isClosed ? names : null;
    }

    // Every entry has to be understood.
    private static bool Add(HashSet<string> names, IPropertyReferenceOperation property, IOperation member)
    {
        var entries = member switch
        {
            IMemberInitializerOperation nested => nested.Initializer.Initializers.Length,
            ISimpleAssignmentOperation assignment when GivenValue.Unwrap(assignment.Value) is IObjectCreationOperation { Arguments.Length: 0, Initializer: var given } => given?.Initializers.Length ?? 0,
            _ => -1,
        };
        var pairs = VariableValues.At(property).ToList();
        names.UnionWith(pairs.Select(pair => pair.Name.ConstantValue.Value).OfType<string>());
        return entries == pairs.Count && pairs.All(pair => pair.Name.ConstantValue is { HasValue: true, Value: string });
    }
}
