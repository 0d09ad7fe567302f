using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>The variables of a client: given values, then the loaders in order. The channel's own, the environment among them, come after (UTCP section 5).</summary>
internal sealed class ClientVariables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IVariableLoader> _loaders;

    public ClientVariables(IEnumerable<KeyValuePair<string, string>> values, IReadOnlyList<IVariableLoader> loaders, Func<string, string?> others)
    {
        _loaders = loaders;
        foreach (var (name, value) in values)
        {
            _values[name] = Substitute(name, value, variable => FindLoaded(variable) ?? others(variable));
        }
    }

    /// <summary>A value, or null. An empty value that was given counts; an empty one of a loader does not.</summary>
    public string? Find(string name) => _values.TryGetValue(name, out var value) ? value : FindLoaded(name);

    private string? FindLoaded(string name)
    {
        foreach (var loader in _loaders)
        {
            if (loader.Find(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    // Section 5: the values themselves are substituted once, without namespace.
    private static string Substitute(string name, string text, Func<string, string?> find)
    {
        var result = "";
        var end = 0;
        foreach (var variable in VariableScanner.Scan(text))
        {
            var value = find(variable.Name);
            if (value is null && variable.IsBraced)
            {
                throw new UtcpVariableException($"The value of the variable {name} refers to {variable.Name}, which is not set.", null, variable.Name);
            }

            result += text[end..variable.Start] + (value ?? "$" + variable.Name);
            end = variable.Start + variable.Length;
        }

        return end == 0 ? text : result + text[end..];
    }
}
