namespace Utcp.Manuals.Utcp;

/// <summary>Finds references to variables in the strings of a call template (UTCP section 5): <c>${NAME}</c> and <c>$NAME</c>, names of ASCII letters, digits and underscores.</summary>
public static class VariableScanner
{
    /// <summary>The references in a text, in order, none inside another.</summary>
    /// <remarks>A text that holds <c>$ref</c>, not followed by a letter, digit or underscore, has none at all (case 82).</remarks>
    public static IReadOnlyList<VariableReference> Scan(string text)
    {
        var dollar = text.IndexOf('$');
        if (dollar < 0 || HoldsSchemaReference(text, dollar))
        {
            return [];
        }

        var references = new List<VariableReference>();
        for (; dollar >= 0 && dollar + 1 < text.Length; dollar = text.IndexOf('$', dollar))
        {
            if (TryReadAt(text, dollar, out var reference))
            {
                references.Add(reference);
                dollar += reference.Length;
            }
            else
            {
                dollar++;
            }
        }

        return references;
    }

    /// <summary>Reads the reference that starts at a dollar sign.</summary>
    /// <returns>Whether there is one.</returns>
    internal static bool TryReadAt(string text, int dollar, out VariableReference reference)
    {
        var isBraced = dollar + 1 < text.Length && text[dollar + 1] == '{';
        var start = dollar + (isBraced ? 2 : 1);
        var end = start;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }

        if (end == start || (isBraced && (end == text.Length || text[end] != '}')))
        {
            reference = default;
            return false;
        }

        reference = new VariableReference(text.Substring(start, end - start), dollar, end - dollar + (isBraced ? 1 : 0), isBraced);
        return true;
    }

    private static bool HoldsSchemaReference(string text, int from)
    {
        const string Keyword = "$ref";
        for (var at = text.IndexOf(Keyword, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Keyword, at + 1, StringComparison.Ordinal))
        {
            var next = at + Keyword.Length;
            if (next == text.Length || !(char.IsLetterOrDigit(text[next]) || text[next] == '_'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';
}
