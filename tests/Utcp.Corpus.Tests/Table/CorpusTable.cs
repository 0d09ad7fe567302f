using System.Globalization;
using System.Text;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests.Table;

/// <summary>The committed page about real documents. It fails when it is out of date; <c>UTCP_UPDATE_CORPUS=1</c> writes it anew.</summary>
internal static class CorpusTable
{
    private const int MaxExamples = 3;

    /// <summary>Writes the page when asked to.</summary>
    public static void Update(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("UTCP_UPDATE_CORPUS") == "1")
        {
            File.WriteAllText(Target(file), text);
        }
    }

    /// <summary>Fails when the page is out of date.</summary>
    public static void Check(string file, string text) => Assert.Equal(File.ReadAllText(Target(file)), text);

    /// <summary>The page about OpenAPI documents.</summary>
    public static string Page(string title, string introduction, IReadOnlyList<DocumentRow> rows)
    {
        var text = new StringBuilder($"# {title}\n\n{introduction}\n\n");
        text.Append("| file | ").AppendJoin(" | ", DocumentRow.Columns).Append(" | diagnostics |\n|---|").Insert(text.Length, "--:|", DocumentRow.Columns.Count).Append("---|\n");
        foreach (var row in rows)
        {
            Row(row.Name, row.Numbers, row.Diagnostics);
        }

        if (rows.Count > 1)
        {
            var diagnostics = rows.SelectMany(row => row.Diagnostics).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
            Row($"**{rows.Count.ToString(CultureInfo.InvariantCulture)} documents**", [.. Enumerable.Range(0, DocumentRow.Columns.Count).Select(i => rows.Sum(row => row.Numbers[i]))], diagnostics);
        }

        Examples("Differences between what was read and what was written", rows.SelectMany(row => row.Normalisations).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}: {group.Sum(pair => pair.Value).ToString(CultureInfo.InvariantCulture)} values"), int.MaxValue);
        Examples("Operations without a method", rows.SelectMany(row => Shortened(row.Name, row.Missing)), int.MaxValue);
        Examples("Places where JsonElement stands for a schema that says more", rows.SelectMany(row => Shortened(row.Name, row.Fallbacks)), int.MaxValue);
        return text.ToString();

        void Row(string name, IEnumerable<int> numbers, IReadOnlyDictionary<string, int> diagnostics) =>
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))).Append(" | ")
                .AppendJoin(", ", diagnostics.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + " " + pair.Value.ToString(CultureInfo.InvariantCulture))).Append(" |\n");

        void Examples(string heading, IEnumerable<string> lines, int limit)
        {
            var list = lines.Take(limit).ToList();
            if (list.Count > 0)
            {
                text.Append($"\n## {heading}\n\n");
                list.ForEach(line => text.Append("- ").Append(line).Append('\n'));
            }
        }
    }

    private static string Target(string file) => Path.Combine(Repository.Root, "tests", "Utcp.Corpus.Tests", file);

    private static IEnumerable<string> Shortened(string name, IReadOnlyList<string> lines) =>
        lines.Take(MaxExamples).Select(line => name + ": " + Short(line)).Concat(lines.Count > MaxExamples ? [name + ": and " + (lines.Count - MaxExamples).ToString(CultureInfo.InvariantCulture) + " more"] : []);

    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
