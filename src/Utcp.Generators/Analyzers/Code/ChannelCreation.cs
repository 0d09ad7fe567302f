using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Where code makes what owns connections: a <c>UtcpChannel</c>, or a <c>UtcpClient</c> with a channel of its own.</summary>
internal sealed class ChannelCreation(Compilation compilation)
{
    private readonly INamedTypeSymbol? _channel = RuntimeTypes.Find(compilation, "Utcp.UtcpChannel");
    private readonly INamedTypeSymbol? _client = RuntimeTypes.Find(compilation, "Utcp.Client.UtcpClient");

    /// <summary>The kinds of operations to look at.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.ObjectCreation, OperationKind.Invocation];

    /// <summary>The type that an operation creates; null when it creates none of these.</summary>
    public INamedTypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } when IsOurs(type) => type,
        IInvocationOperation { TargetMethod: { Name: "CreateAsync", IsStatic: true, ContainingType: { } type } } when SymbolEqualityComparer.Default.Equals(type, _client) => type,
        _ => null,
    };

    private bool IsOurs(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _channel) || SymbolEqualityComparer.Default.Equals(type, _client);
}
