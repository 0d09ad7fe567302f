using System.Collections.Immutable;

namespace Utcp.Client;

/// <summary>Keeps manuals in memory. Readers never wait: they see the state before or after a change, never one in between.</summary>
public sealed class InMemoryToolRepository : IToolRepository
{
    private readonly Lock _gate = new();
    private State _state = State.Empty;

    /// <inheritdoc/>
    public ValueTask<bool> AddManualAsync(RegisteredManual manual, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manual);
        lock (_gate)
        {
            if (_state.Manuals.ContainsKey(manual.Name))
            {
                return new(false);
            }

            _state = _state.With(manual);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RegisteredManual?> RemoveManualAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_state.Manuals.TryGetValue(name, out var manual))
            {
                return default;
            }

            _state = _state.Without(manual);
            return new(manual);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveToolAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_state.Tools.TryGetValue(name, out var tool) || !_state.Manuals.TryGetValue(tool.ManualName, out var manual))
            {
                return new(false);
            }

            _state = _state.Replacing(manual, manual with { Tools = [.. manual.Tools.Where(other => other.Name != name)] });
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RegisteredManual?> FindManualAsync(string name, CancellationToken cancellationToken) => new(Volatile.Read(ref _state).Manuals.GetValueOrDefault(name));

    /// <inheritdoc/>
    public ValueTask<RegisteredTool?> FindToolAsync(string name, CancellationToken cancellationToken) => new(Volatile.Read(ref _state).Tools.GetValueOrDefault(name));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RegisteredManual>> GetManualsAsync(CancellationToken cancellationToken) => new(Volatile.Read(ref _state).Order);

    private sealed record State(Dictionary<string, RegisteredManual> Manuals, Dictionary<string, RegisteredTool> Tools, ImmutableList<RegisteredManual> Order)
    {
        public static State Empty { get; } = Of([]);

        public State With(RegisteredManual manual) => Of(Order.Add(manual));

        public State Without(RegisteredManual manual) => Of(Order.Remove(manual));

        public State Replacing(RegisteredManual manual, RegisteredManual other) => Of(Order.Replace(manual, other));

        // Tools are called far more often than manuals are registered.
        private static State Of(ImmutableList<RegisteredManual> order)
        {
            var manuals = new Dictionary<string, RegisteredManual>(StringComparer.Ordinal);
            var tools = new Dictionary<string, RegisteredTool>(StringComparer.Ordinal);
            foreach (var manual in order)
            {
                manuals.Add(manual.Name, manual);
                foreach (var tool in manual.Tools)
                {
                    tools[tool.Name] = tool;
                }
            }

            return new(manuals, tools, order);
        }
    }
}
