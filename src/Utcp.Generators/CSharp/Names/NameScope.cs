namespace Utcp.Generators.CSharp.Names;

/// <summary>The names taken in one C# scope. Names are compared ignoring case, so that two members never differ in case alone.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a scope in which some names are taken.</summary>
    public NameScope(params string[] reserved)
    {
        foreach (var name in reserved)
        {
            _taken.Add(name);
        }
    }

    /// <summary>Whether a name is free.</summary>
    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>Takes a name if it is free.</summary>
    public bool TryTake(string name) => _taken.Add(name);

    /// <summary>
    /// Takes a name for a text of the document: the first candidate that is free, else the first candidate with a suffix that depends on the text alone.
    /// </summary>
    public string Take(string text, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (_taken.Add(candidate))
            {
                return candidate;
            }
        }

        var stem = Identifier.Cut(candidates[0] + "_" + StableHash.Suffix(text, 4));
        for (var i = 2; ; i++)
        {
            if (_taken.Add(stem))
            {
                return stem;
            }

            stem = Identifier.Cut(candidates[0] + "_" + StableHash.Suffix(text, 4) + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
