using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>What an argument or an assignment gives to which member.</summary>
internal static class GivenValue
{
    /// <summary>The kinds of operations that <see cref="Of"/> understands.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.Argument, OperationKind.SimpleAssignment];

    /// <summary>The parameter, property or field, and its value; null for anything else.</summary>
    public static (ISymbol? Member, IOperation? Value) Of(IOperation operation) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit } argument => (argument.Parameter, argument.Value),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment => (target.Member, assignment.Value),
        _ => (null, null),
    };

    /// <summary>The value without the conversions that the compiler or the user put around it; those of user-defined operators stay.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }
}
