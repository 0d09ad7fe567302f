using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Tells calls of tools: methods of generated clients, and of the dynamic client.</summary>
internal sealed class ToolCalls
{
    private readonly INamedTypeSymbol? _stream;
    private readonly INamedTypeSymbol?[] _clients;
    private readonly INamedTypeSymbol?[] _tasks;

    public ToolCalls(Compilation compilation)
    {
        _stream = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        _clients = [compilation.GetTypeByMetadataName("Utcp.Client.UtcpClient"), compilation.GetTypeByMetadataName("Utcp.UtcpStreamExtensions"), compilation.GetTypeByMetadataName("Utcp.UtcpWebSocketSession`1")];
        _tasks =
        [
            compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"), compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1"),
            compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask"), compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1"),
        ];
    }

    /// <summary>The call that an expression is, if its result is a stream; else null.</summary>
    public IInvocationOperation? Stream(IOperation expression) =>
        Call(expression) is { } call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ReturnType.OriginalDefinition, _stream) && IsOurs(call.TargetMethod) ? call : null;

    /// <summary>The call that an expression is, if its result is a task; else null.</summary>
    public IInvocationOperation? Task(IOperation expression) =>
        Call(expression) is { } call && _tasks.Contains(call.TargetMethod.ReturnType.OriginalDefinition, SymbolEqualityComparer.Default) && IsOurs(call.TargetMethod) ? call : null;

    private bool IsOurs(IMethodSymbol method) =>
        method.ContainingType is { } type && (_clients.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default) || GeneratedCode.IsClient(type));

    private static IInvocationOperation? Call(IOperation expression) => GivenValue.Unwrap(expression) switch
    {
        IInvocationOperation invocation => invocation,
        IConditionalAccessOperation access => Call(access.WhenNotNull),
        _ => null,
    };
}
