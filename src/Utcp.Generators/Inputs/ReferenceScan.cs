namespace Utcp.Generators.Inputs;

/// <summary>
/// Finds what may be references to other files in the text of a document, without reading it: the values of <c>$ref</c>, and whatever ends like the name of a JSON or YAML file (mappings of
/// discriminators). One too many does no harm: the readers resolve references, and this only tells which files they may need.
/// </summary>
internal static class ReferenceScan
{
    private const int LongestLink = 1000;
    private const string Delimiters = "\"'`<>()[]{}, \t\r\n";
    private static readonly string[] s_endings = [".json", ".yaml", ".yml"];
    private static readonly string[] s_identifiers = ["$id", "$self"];

    /// <summary>The targets, without fragments, each once, in the order of the text.</summary>
    public static EquatableArray<string> Of(string text)
    {
        var found = new SortedDictionary<int, string>();
        for (var at = text.IndexOf("$ref", StringComparison.Ordinal); at >= 0; at = text.IndexOf("$ref", at + 4, StringComparison.Ordinal))
        {
            if (ValueAfter(text, at + 4) is var start and >= 0 && text[start] != '#')
            {
                Add(found, text, start);
            }
        }

        foreach (var ending in s_endings)
        {
            for (var at = text.IndexOf(ending, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(ending, at + ending.Length, StringComparison.OrdinalIgnoreCase))
            {
                var start = at;
                while (start > 0 && at - start < LongestLink && Delimiters.IndexOf(text[start - 1]) < 0 && text[start - 1] != '#')
                {
                    start--;
                }

                Add(found, text, start);
            }
        }

        return new EquatableArray<string>([.. found.Values.Where(link => link.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The URIs that a document gives itself or its schemas (<c>$id</c>, <c>$self</c>), without fragments.</summary>
    public static IEnumerable<string> IdentifiersOf(string text)
    {
        var found = new SortedDictionary<int, string>();
        foreach (var name in s_identifiers)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (ValueAfter(text, at + name.Length) is var start and >= 0)
                {
                    Add(found, text, start);
                }
            }
        }

        return found.Values.Where(uri => uri.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static void Add(SortedDictionary<int, string> found, string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestLink && text[end] != '#' && Delimiters.IndexOf(text[end]) < 0)
        {
            end++;
        }

        found[start] = text.Substring(start, end - start).Replace("\\/", "/");
    }

    /// <summary>Where the value behind a name starts, in JSON or YAML; -1 when a colon does not follow.</summary>
    private static int ValueAfter(string text, int at)
    {
        at = at < text.Length && text[at] is '"' or '\'' ? at + 1 : at;
        at = SkipSpace(text, at);
        if (at >= text.Length || text[at] != ':')
        {
            return -1;
        }

        at = SkipSpace(text, at + 1);
        at = at < text.Length && text[at] is '"' or '\'' ? at + 1 : at;
        return at < text.Length ? at : -1;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }
}
