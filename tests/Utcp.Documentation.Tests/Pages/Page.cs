using System.Text.RegularExpressions;

namespace Utcp.Documentation.Tests.Pages;

/// <summary>A page of the documentation. The pages of the rules have tests of their own, beside the generator's.</summary>
internal sealed partial class Page
{
    // Pages of packages are shown by registries that do not hide comments.
    private static readonly Dictionary<string, string> s_settings = new()
    {
        ["src/Utcp.Client/README.md"] = "client",
        ["src/Utcp.Generators.Package/README.md"] = "weather",
        ["src/Utcp.Manuals/README.md"] = "manuals",
        ["src/Utcp.Manuals.Yaml/README.md"] = "manuals",
        ["src/Utcp.Runtime/README.md"] = "weather",
        ["src/Utcp.Validation/README.md"] = "client",
    };

    public Page(string path, string text)
    {
        Path = path;
        Lines = text.ReplaceLineEndings("\n").Split('\n');
        Blocks = [.. Read(this)];
    }

    /// <summary>All pages.</summary>
    public static IReadOnlyList<Page> All { get; } =
        [.. Files().Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Where(path => !Rule().IsMatch(path)).Order(StringComparer.Ordinal).Select(path => new Page(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path))))];

    /// <summary>The path from the root of the repository, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The blocks of code, in order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    public override string ToString() => Path;

    private static IEnumerable<string> Files() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md"),
        System.IO.Path.Combine(Repository.Root, "samples", "README.md"),
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
        .. ((string[])["src", "tests"]).SelectMany(name => Directory.EnumerateDirectories(System.IO.Path.Combine(Repository.Root, name))).SelectMany(folder => Directory.EnumerateFiles(folder, "README.md")),
    ];

    /// <summary>Fences, and the comments before them: <c>&lt;!-- name: value --&gt;</c>. A setting is for all blocks that follow, other marks are for the next block.</summary>
    private static IEnumerable<Block> Read(Page page)
    {
        var setting = s_settings.GetValueOrDefault(page.Path, "");
        var marks = new Dictionary<string, string>();
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (Mark().Match(page.Lines[i]) is { Success: true } mark)
            {
                if (mark.Groups["name"].Value == "setting")
                {
                    setting = mark.Groups["value"].Value;
                }
                else
                {
                    marks.Add(mark.Groups["name"].Value, mark.Groups["value"].Value);
                }
            }
            else if (Fence().Match(page.Lines[i]) is { Success: true } fence)
            {
                var indent = fence.Groups["indent"].Value;
                var start = i + 1;
                while (page.Lines[++i] != indent + "```")
                {
                }

                var text = page.Lines.Skip(start).Take(i - start).Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line);
                yield return new Block(page, start + 1, fence.Groups["language"].Value, string.Join("\n", text), setting, marks);
                marks = [];
            }
        }
    }

    [GeneratedRegex(@"^docs/rules/UTCP\d+\.md$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*<!-- (?<name>[a-z ]+?)(: (?<value>.+))? -->$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<indent>\s*)```(?<language>\S*)$")]
    private static partial Regex Fence();
}
