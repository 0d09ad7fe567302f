using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Finds out that code runs again and again.</summary>
internal static class Repetition
{
    private static readonly string[] s_perRequest = ["AddScoped", "AddTransient", "TryAddScoped", "TryAddTransient"];

    /// <summary>What repeats the code at an operation, in words; null when nothing is known to.</summary>
    /// <param name="operation">The code.</param>
    /// <param name="member">The member that holds it.</param>
    /// <param name="fate">What becomes of the object that it creates.</param>
    public static string? Of(IOperation operation, ISymbol member, Fate fate)
    {
        var returned = operation;
        while (returned.Parent is IConversionOperation or IParenthesizedOperation)
        {
            returned = returned.Parent;
        }

        var isReturned = returned.Parent is IReturnOperation;
        var function = Lifetime.Function(operation);
        if (fate != Fate.Kept && IsInLoop(operation))
        {
            return "in every round of the loop";
        }

        if (function is null)
        {
            return member is IMethodSymbol { MethodKind: MethodKind.PropertyGet } && isReturned ? "whenever the property is read"
                : fate != Fate.Kept && IsAction(member) ? "for every request"
                : null;
        }

        return function is IAnonymousFunctionOperation lambda && !DependsOn(operation, lambda) && Receiver(lambda) is { } receiver && (isReturned ? s_perRequest.Contains(receiver.Name) && IsIn(receiver, "Microsoft.Extensions.DependencyInjection") : fate != Fate.Kept && IsEndpoint(receiver))
            ? isReturned ? "for every scope or request" : "for every request"
            : null;
    }

    private static bool IsInLoop(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; (child, parent) = (parent, parent.Parent))
        {
            if (parent is ILoopOperation loop && loop.Body == child)
            {
                return !DependsOn(operation, loop);
            }
        }

        return false;
    }

    // One per tenant, or per set of credentials, is as it should be.
    private static bool DependsOn(IOperation creation, IOperation code) => creation.Descendants().Any(part =>
        part switch
        {
            ILocalReferenceOperation reference => reference.Local,
            IParameterReferenceOperation reference => (ISymbol)reference.Parameter,
            _ => null,
        } is { DeclaringSyntaxReferences.Length: 1 } variable
        && variable.DeclaringSyntaxReferences[0].Span is var declared && code.Syntax.Span.Contains(declared) && !creation.Syntax.Span.Contains(declared));

    // The method that a lambda is given to.
    private static IMethodSymbol? Receiver(IAnonymousFunctionOperation lambda)
    {
        IOperation value = lambda;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IArgumentOperation { Parent: IInvocationOperation call } ? call.TargetMethod : null;
    }

    private static bool IsEndpoint(IMethodSymbol method) => method.Name.StartsWith("Map", StringComparison.Ordinal) && IsIn(method, "Microsoft.AspNetCore.Builder");

    private static bool IsIn(IMethodSymbol method, string ns) => method.ContainingNamespace?.ToDisplayString() is { } name && (name == ns || name.StartsWith(ns + ".", StringComparison.Ordinal));

    private static bool IsAction(ISymbol member)
    {
        for (var type = member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsStatic: false } ? member.ContainingType?.BaseType : null; type is not null; type = type.BaseType)
        {
            if (type is { Name: "ControllerBase", ContainingNamespace.Name: "Mvc" })
            {
                return true;
            }
        }

        return false;
    }
}
