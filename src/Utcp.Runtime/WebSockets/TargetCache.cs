using System.Runtime.CompilerServices;
using Utcp.Generated;
using Utcp.Variables;

namespace Utcp.WebSockets;

/// <summary>The last target of each operation, so that a call whose variables have not changed makes no handshake request to find its connection.</summary>
internal sealed class TargetCache
{
    private readonly ConditionalWeakTable<WebSocketOperation, Entry> _entries = [];

    public ConnectionTarget? Find(WebSocketOperation operation, VariableScope scope)
    {
        if (!_entries.TryGetValue(operation, out var entry) || entry.Owner != scope.Binding.ConnectionOwner)
        {
            return null;
        }

        var names = operation.Plan.Variables;
        for (var i = 0; i < names.Length; i++)
        {
            if (scope.Find(names[i]) != entry.Values[i])
            {
                return null;
            }
        }

        return entry.Target;
    }

    public void Keep(WebSocketOperation operation, VariableScope scope, ConnectionTarget target) =>
        _entries.AddOrUpdate(operation, new(scope.Binding.ConnectionOwner, [.. operation.Plan.Variables.Select(scope.Find)], target));

    private sealed record Entry(string? Owner, string?[] Values, ConnectionTarget Target);
}
