namespace Utcp.Generators.CSharp.Names;

/// <summary>The singular of an English plural, for naming the element of a list.</summary>
internal static class Plural
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["People"] = "Person", ["Children"] = "Child", ["Men"] = "Man", ["Women"] = "Woman", ["Data"] = "DataItem", ["Indices"] = "Index", ["Vertices"] = "Vertex",
        ["Matrices"] = "Matrix", ["Criteria"] = "Criterion", ["Media"] = "MediaItem", ["Movies"] = "Movie", ["Cookies"] = "Cookie", ["Series"] = "SeriesItem",
        ["News"] = "NewsItem", ["Analyses"] = "Analysis", ["Aliases"] = "Alias", ["Statuses"] = "Status", ["Caches"] = "Cache",
    };

    /// <summary>The singular of the last word of a PascalCase name; the name with "Item" when it is no plural that we know.</summary>
    public static string Singular(string name)
    {
        var start = LastWordStart(name);
        var word = name.Substring(start);
        return name.Substring(0, start) + (Irregular.TryGetValue(word, out var known) ? known : SingularWord(word));
    }

    private static string SingularWord(string word)
    {
        if (word.Length > 3 && Ends(word, "ies"))
        {
            return Cut(word, 3) + "y";
        }

        if (Ends(word, "sses") || Ends(word, "shes") || Ends(word, "ches") || Ends(word, "xes") || Ends(word, "zzes"))
        {
            return Cut(word, 2);
        }

        return word.Length > 2 && Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is") ? Cut(word, 1) : word + "Item";
    }

    private static int LastWordStart(string name)
    {
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static string Cut(string word, int count) => word.Substring(0, word.Length - count);
}
