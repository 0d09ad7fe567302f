namespace Utcp.Generators.CSharp.Names;

/// <summary>Words that cannot stand as an identifier everywhere.</summary>
internal static class CSharpKeywords
{
    // Contextual keywords are here too: `await`, `record`, `field`, `value` and others mean something in places where generated code uses names.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "abstract", "add", "alias", "allows", "and", "as", "ascending", "async", "await", "base", "bool", "break", "by", "byte", "case", "catch", "char",
        "checked", "class", "const", "continue", "decimal", "default", "delegate", "descending", "do", "double", "dynamic", "else", "enum", "equals", "event",
        "explicit", "extension", "extern", "false", "field", "file", "finally", "fixed", "float", "for", "foreach", "from", "get", "global", "goto", "group",
        "if", "implicit", "in", "init", "int", "interface", "internal", "into", "is", "join", "let", "lock", "long", "managed", "nameof", "namespace", "new",
        "nint", "not", "notnull", "nuint", "null", "object", "on", "operator", "or", "orderby", "out", "override", "params", "partial", "private",
        "protected", "public", "readonly", "record", "ref", "remove", "required", "return", "sbyte", "scoped", "sealed", "select", "set", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "union", "unmanaged",
        "unsafe", "ushort", "using", "value", "var", "virtual", "void", "volatile", "when", "where", "while", "with", "yield", "__arglist", "__makeref",
        "__reftype", "__refvalue",
    };

    /// <summary>Whether a word needs an <c>@</c>.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
