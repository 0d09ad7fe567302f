using Utcp.Manuals.Model;

namespace Utcp.Client;

public sealed partial class UtcpClient
{
    /// <summary>
    /// The variables that a manual needs, by the names to set them under (section 5): those of the template when it refers to any, else those of the manual's tools, which is fetched for that
    /// and not registered.
    /// </summary>
    /// <param name="template">The manual's template.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="UtcpException">The manual could not be fetched or read.</exception>
    public async Task<IReadOnlyList<VariableInfo>> GetRequiredVariablesForManualAsync(CallTemplate template, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        var name = ToolNames.OfManual(template.Name is { Length: > 0 } given ? given : DefaultName(template.Call));
        var context = NewContext(name, template);
        var own = TemplateVariables.Of(template.Call);
        if (own.Count > 0)
        {
            return Named(context, own);
        }

        if (!_protocols.TryGetValue(template.Type, out var protocol))
        {
            throw new UtcpManualException($"This client has no protocol for the call template type '{template.Type}'.", name);
        }

        try
        {
            var discovered = await protocol.RegisterManualAsync(context, cancellationToken).ConfigureAwait(false);
            return Named(context, discovered.Manual.Tools.SelectMany(tool => tool.Variables));
        }
        finally
        {
            await _channel.WebSockets.CloseAsync(context.Binding).ConfigureAwait(false);
        }
    }

    /// <summary>The variables that a registered tool needs, by the names to set them under.</summary>
    /// <exception cref="UtcpToolNotFoundException">No such tool is registered.</exception>
    public async Task<IReadOnlyList<VariableInfo>> GetRequiredVariablesForRegisteredToolAsync(string name, CancellationToken cancellationToken = default)
    {
        var tool = await GetToolAsync(name, cancellationToken).ConfigureAwait(false);
        var manual = await _repository.FindManualAsync(tool.ManualName, cancellationToken).ConfigureAwait(false) ?? throw ToolNotFound.Of(name, []);
        var context = ContextOf(manual);
        return [.. tool.Variables.Select(variable => variable with { Name = context.Binding.NameOf(variable.Name) })];
    }

    private static IReadOnlyList<VariableInfo> Named(ManualContext context, IEnumerable<Variable> variables) =>
    [
        .. variables.GroupBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(group => new VariableInfo(context.Binding.NameOf(group.Key), group.Any(variable => variable.Required), group.Any(variable => variable.Secret)) { Default = group.First().Default, Values = group.First().Values }),
    ];
}
