using Utcp.Generators.CSharp.Names;

namespace Utcp.Generators.Emit;

/// <summary>A nested class of values that the operations of one class share, each under a name made of what it says.</summary>
/// <param name="className">The nested class.</param>
/// <param name="maxNameLength">The longest name; a longer one gives way to a hash.</param>
/// <param name="longName">What stands before that hash.</param>
internal sealed class SharedTables(string className, int maxNameLength, string longName)
{
    private readonly SortedDictionary<string, string> _tables = new(StringComparer.Ordinal);

    /// <summary>The expression of a value; equal ones are one.</summary>
    public string Of(string name, string text)
    {
        name = name.Length <= maxNameLength ? name : longName + "_" + StableHash.Suffix(text, 12);
        while (_tables.TryGetValue(name, out var other) && other != text)
        {
            name += "_" + StableHash.Suffix(text, 12);
        }

        _tables[name] = text;
        return className + "." + name;
    }

    /// <summary>Writes the values that were asked for.</summary>
    public void Emit(SourceFile file, string type)
    {
        if (_tables.Count == 0)
        {
            return;
        }

        file.Writer.Line();
        file.Writer.Line("private static class " + className);
        file.Writer.Open();
        foreach (var table in _tables)
        {
            file.Writer.Line("internal static readonly " + type + " " + table.Key + " = " + table.Value + ";");
        }

        file.Writer.Close();
    }
}
