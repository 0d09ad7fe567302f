using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Tells calls of tools: methods of generated clients, and of the dynamic client.</summary>
internal sealed class ToolCalls(Compilation compilation)
{
    private readonly INamedTypeSymbol?[] _clients =
    [
        RuntimeTypes.Find(compilation, "Utcp.Client.UtcpClient"), RuntimeTypes.Find(compilation, "Utcp.UtcpStreamExtensions"), RuntimeTypes.Find(compilation, "Utcp.UtcpWebSocketSession`1"),
    ];

    /// <summary>The call that an expression is, if its result is a stream; else null.</summary>
    public IInvocationOperation? Stream(IOperation expression) =>
        Call(expression) is { TargetMethod: { ReturnType: { Name: "IAsyncEnumerable", ContainingNamespace.Name: "Generic" } } method } call && IsOurs(method) ? call : null;

    /// <summary>The call that an expression is, if its result is a task; else null.</summary>
    public IInvocationOperation? Task(IOperation expression) =>
        Call(expression) is { TargetMethod: { ReturnType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } method } call && IsOurs(method) ? call : null;

    private bool IsOurs(IMethodSymbol method) =>
        method.ContainingType is { } type && (_clients.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default) || GeneratedCode.IsClient(type));

    private static IInvocationOperation? Call(IOperation expression) => GivenValue.Unwrap(expression) switch
    {
        IInvocationOperation invocation => invocation,
        IConditionalAccessOperation access => Call(access.WhenNotNull),
        _ => null,
    };
}
