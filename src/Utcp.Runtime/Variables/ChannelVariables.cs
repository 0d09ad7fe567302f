using System.Collections.Frozen;

namespace Utcp.Variables;

/// <summary>The variables of a channel: given values, then the source, then the environment.</summary>
internal sealed class ChannelVariables(UtcpChannelOptions options)
{
    private readonly FrozenDictionary<string, string> _values = options.Variables.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly Func<string, string?>? _source = options.VariableSource;

    public bool UsesEnvironment { get; } = options.UseEnvironmentVariables;

    public string? Find(string name)
    {
        if (_values.TryGetValue(name, out var value))
        {
            return value;
        }

        value = _source?.Invoke(name);
        if (string.IsNullOrEmpty(value) && UsesEnvironment)
        {
            value = Environment.GetEnvironmentVariable(name);
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }
}
