namespace Utcp.Generators.CSharp.Names;

/// <summary>Words that cannot stand as an identifier everywhere.</summary>
internal static class CSharpKeywords
{
    // Of the contextual keywords, those that mean something in places where generated code uses names; `by`, `from`, `get` and the like do not.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char",
        "checked", "class", "const", "continue", "decimal", "default", "delegate", "do", "double", "dynamic", "else", "enum", "event",
        "explicit", "extension", "extern", "false", "field", "file", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "nameof", "namespace", "new",
        "nint", "nuint", "null", "object", "operator", "out", "override", "params", "partial", "private",
        "protected", "public", "readonly", "record", "ref", "required", "return", "sbyte", "scoped", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "union",
        "unsafe", "ushort", "using", "value", "var", "virtual", "void", "volatile", "when", "where", "while", "with", "yield", "__arglist", "__makeref",
        "__reftype", "__refvalue",
    };

    /// <summary>Whether a word needs an <c>@</c>.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
