using System.Text.RegularExpressions;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Diagnostics;

/// <summary>A page under <c>docs/rules</c>.</summary>
internal sealed class RulePage(string id, string text)
{
    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    public string Id { get; } = id;

    public string Text { get; } = text;

    /// <summary>What is behind the id in the heading.</summary>
    public string Title => Match("^# (?<id>UTCP[0-9]{3}): (?<value>.+)$", match => match.Groups["id"].Value == Id);

    public string Category => Match(@"^\| Category \| (?<value>.+) \|$");

    public string Severity => Match(@"^\| Default severity \| (?<value>.+) \|$");

    /// <summary>The manual that causes the diagnostic, or null.</summary>
    public string? Bad => Block("json bad");

    /// <summary>The manual that does not.</summary>
    public string? Good => Block("json good");

    /// <summary>The manual whose client the C# uses, or null.</summary>
    public string? Manual => Block("json manual");

    /// <summary>C# that causes the diagnostic.</summary>
    public string BadCode => Block("csharp bad") ?? throw new InvalidOperationException($"{Id} has no ```csharp bad block.");

    /// <summary>C# that does not.</summary>
    public string GoodCode => Block("csharp good") ?? throw new InvalidOperationException($"{Id} has no ```csharp good block.");

    /// <summary>The entries of a .globalconfig on the page.</summary>
    /// <param name="kind">"bad" or "good".</param>
    public IEnumerable<KeyValuePair<string, string>> Config(string kind) => (Block("ini " + kind) ?? throw new InvalidOperationException($"{Id} has no ```ini {kind} block.")).Split('\n')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    /// <summary>What the compiler prints.</summary>
    public string Output => Block("text") ?? throw new InvalidOperationException($"{Id} has no ```text block.");

    /// <summary>The ids that have a page.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "UTCP*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static RulePage Read(string id) => new(id, File.ReadAllText(Path.Combine(Folder, id + ".md")));

    /// <summary>The rows of the table in the index: id, severity and title.</summary>
    public static IReadOnlyDictionary<string, (string Severity, string Title)> Index() =>
        Regex.Matches(File.ReadAllText(Path.Combine(Folder, "README.md")), @"^\| \[(?<id>UTCP[0-9]{3})\]\(\k<id>\.md\) \| (?<severity>\w+) \| (?<title>.+) \|$", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups["id"].Value, match => (match.Groups["severity"].Value, match.Groups["title"].Value));

    private string? Block(string kind)
    {
        var blocks = Regex.Matches(Text, "^```" + kind + "\n(?<value>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline);
        return blocks.Count == 0 ? null : Assert.Single(blocks).Groups["value"].Value;
    }

    private string Match(string pattern, Func<Match, bool>? condition = null)
    {
        var match = Assert.Single(Regex.Matches(Text, pattern, RegexOptions.Multiline));
        Assert.True(condition?.Invoke(match) ?? true, $"The heading of {Id} is '{match.Value}'.");
        return match.Groups["value"].Value;
    }
}
