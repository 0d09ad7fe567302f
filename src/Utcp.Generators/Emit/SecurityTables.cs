using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>The credentials that the operations of one class share.</summary>
internal sealed class SecurityTables(TypeNames names)
{
    /// <summary>The nested class that holds them.</summary>
    public const string ClassName = "SecurityTables";

    private readonly SharedTables _tables = new(ClassName, 60, "Security");

    /// <summary>The expression of an operation's credentials.</summary>
    public string Of(SecurityModel security)
    {
        var text = "new([" + string.Join(", ", security.Alternatives.Select(auths => "[" + string.Join(", ", auths.Select(auth => AuthText.Of(names, auth))) + "]")) + "])"
            + (security.IsOptional ? " { IsOptional = true }" : "");
        var name = string.Join("Or", security.Alternatives.Select(auths => string.Join("And", auths.Select(Word)))) + (security.IsOptional ? "OrNone" : "");
        return _tables.Of(name, text);
    }

    /// <summary>Writes the credentials that were asked for.</summary>
    public void Emit(SourceFile file) => _tables.Emit(file, names.Of(FrameworkTypes.HttpSecurity));

    private static string Word(Auth auth) => Identifier.Cut("Scheme" + Identifier.Pascal(auth.Scheme ?? ""));
}
