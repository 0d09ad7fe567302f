using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>Names for the variables that take the place of secrets, the same that generated clients have for them.</summary>
internal sealed class SecretNames
{
    private readonly Dictionary<string, HashSet<string>> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Notes a secret before names are asked for.</summary>
    public void Note(string stem, string secret) => (_texts.TryGetValue(stem, out var texts) ? texts : _texts[stem] = new(StringComparer.Ordinal)).Add(secret);

    /// <summary>Notes the variables of a text: a secret does not get the name of one.</summary>
    public void NoteVariables(string text) => _taken.UnionWith(VariableScanner.Scan(text).Select(variable => variable.Name));

    /// <summary>The name for a secret. One secret for all tools has the plain name; several have the names of their tools.</summary>
    public string For(string stem, string tool)
    {
        var name = _texts[stem].Count == 1 || tool.Length == 0 ? stem : Variable(tool) + "_" + stem;
        return _taken.Contains(name) ? name + "_LITERAL" : name;
    }

    /// <summary>A name as a variable is written.</summary>
    public static string Variable(string text)
    {
        var name = new string([.. text.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? char.ToUpperInvariant(c) : '_')]).Trim('_');
        return name.Length is 0 or > 40 ? "SECRET" : name;
    }
}
