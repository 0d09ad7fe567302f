using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Looks at everything that code does with a client that it makes.</summary>
internal static class ClientUses
{
    /// <summary>Whether the client is only called, here, and without options of calls.</summary>
    public static bool AreAllVisible(IObjectCreationOperation creation)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? LocalUses.Of(declarator.Symbol, declarator) is var uses && uses.Any() && uses.All(IsPlainCall)
            : IsPlainCall(value);
    }

    // "client.GetAsync(...)", and "client.Issues.ListAsync(...)" of a group.
    private static bool IsPlainCall(IOperation client)
    {
        var receiver = client;
        while (receiver.Parent is IPropertyReferenceOperation group && group.Instance == receiver)
        {
            receiver = group;
        }

        return receiver.Parent is IInvocationOperation call && call.Instance == receiver && call.Arguments.All(argument => argument.Parameter?.Type.Name != "UtcpCallOptions" || ChannelVariables.IsNothing(argument));
    }
}
