using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>The credentials that the operations of one class share.</summary>
internal sealed class SecurityTables(TypeNames names)
{
    /// <summary>The nested class that holds them.</summary>
    public const string ClassName = "SecurityTables";

    private const int MaxNameLength = 60;
    private readonly SortedDictionary<string, string> _tables = new(StringComparer.Ordinal);

    /// <summary>The expression of an operation's credentials.</summary>
    public string Of(SecurityModel security)
    {
        var text = "new([" + string.Join(", ", security.Alternatives.Select(auths => "[" + string.Join(", ", auths.Select(auth => AuthText.Of(names, auth))) + "]")) + "])"
            + (security.IsOptional ? " { IsOptional = true }" : "");
        var name = string.Join("Or", security.Alternatives.Select(auths => string.Join("And", auths.Select(Word)))) + (security.IsOptional ? "OrNone" : "");
        name = name.Length <= MaxNameLength ? name : "Security_" + StableHash.Suffix(text, 12);
        while (_tables.TryGetValue(name, out var other) && other != text)
        {
            name += "_" + StableHash.Suffix(text, 12);
        }

        _tables[name] = text;
        return ClassName + "." + name;
    }

    /// <summary>Writes the credentials that were asked for.</summary>
    public void Emit(SourceFile file)
    {
        if (_tables.Count == 0)
        {
            return;
        }

        file.Writer.Line();
        file.Writer.Line("private static class " + ClassName);
        file.Writer.Open();
        foreach (var table in _tables)
        {
            file.Writer.Line("internal static readonly " + names.Of(FrameworkTypes.HttpSecurity) + " " + table.Key + " = " + table.Value + ";");
        }

        file.Writer.Close();
    }

    private static string Word(Auth auth) => Identifier.Cut("Scheme" + Identifier.Pascal(auth.Scheme ?? ""));
}
