using Utcp.Generated;

namespace Utcp.Variables;

/// <summary>Where a call finds its variables: its own options, then the channel (UTCP section 5).</summary>
internal readonly struct VariableScope(ClientBinding binding, UtcpCallOptions? options, string tool)
{
    public ClientBinding Binding { get; } = binding;

    public string Tool { get; } = tool;

    public string? Find(string variable)
    {
        var name = Binding.NameOf(variable);
        if (options is { Variables.Count: > 0 } && (options.Variables.TryGetValue(name, out var own) || options.Variables.TryGetValue(variable, out own)))
        {
            return own;
        }

        var value = Binding.Find(name);
        return value is null && Binding.FallsBackToPlainVariables ? Binding.Find(variable) : value;
    }

    public string Require(string variable)
    {
        if (Find(variable) is { } value)
        {
            return value;
        }

        var name = Binding.NameOf(variable);
        var places = Binding.Channel.Variables.UsesEnvironment ? "UtcpChannelOptions.Variables or as an environment variable" : "UtcpChannelOptions.Variables";
        throw new UtcpVariableException($"{Tool}: the variable {name} is not set. Set it in {places}.", Tool, name);
    }
}
