using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Utcp.Documentation.Tests.Samples;

namespace Utcp.Documentation.Tests.Pages;

/// <summary>What stands on the pages beside C#: commands, outputs, XML, JSON, parts of files, links.</summary>
/// <remarks>
/// Before a block, <c>&lt;!-- output: Sample --&gt;</c> says whose output it shows, <c>&lt;!-- file: path --&gt;</c> which file it is a part of, <c>&lt;!-- not run: reason --&gt;</c> why no test runs its commands.
/// </remarks>
public sealed partial class PageTests
{
    private static readonly string[] s_marks = ["configuration", "file", "generated", "manual", "not run", "output"];

    public static TheoryData<string> Paths => [.. Page.All.Select(page => page.Path)];

    public static TheoryData<string> Commands => [.. Block.In("sh").Select(block => block.Place)];

    public static TheoryData<string> Outputs => [.. Marked("output")];

    public static TheoryData<string> Files => [.. Marked("file")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_run_by_the_tests_or_says_why_not(string place)
    {
        var block = Block.At(place);
        if (block.Mark("not run") is not null)
        {
            return;
        }

        foreach (var command in block.Text.Split('\n'))
        {
            var sample = RunSample().Match(command);
            Assert.True(command == "dotnet test" || (sample.Success && Sample.Names.Contains(sample.Groups["name"].Value)), $"{place}: nothing runs '{command}'. Say why with <!-- not run: reason -->.");
        }
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task An_output_is_what_the_sample_prints(string place)
    {
        var block = Block.At(place);

        Assert.True(Excerpt.Of(await File.ReadAllTextAsync(new Sample(block.Mark("output")!).ExpectedPath), block.Text), $"{place}: {block.Mark("output")} prints something else.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_part_of_a_file_is_in_that_file(string place)
    {
        var block = Block.At(place);

        Assert.True(Excerpt.Of(await File.ReadAllTextAsync(Path.Combine(Repository.Root, block.Mark("file")!)), block.Text), $"{place}: {block.Mark("file")} has something else.");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Blocks_are_well_formed(string path)
    {
        foreach (var block in Page.All.Single(page => page.Path == path).Blocks)
        {
            Assert.True(block.Language.Length > 0, $"{block.Place}: no language behind the fence.");
            Assert.All(block.Marks.Keys, mark => Assert.Contains(mark, s_marks));
            switch (block.Language)
            {
                case "xml":
                    Assert.NotNull(XElement.Parse("<Project>" + block.Text + "</Project>"));
                    break;
                case "json" when block.Mark("file") is null:
                    using (JsonDocument.Parse(block.Text))
                    {
                    }

                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_lead_somewhere(string path)
    {
        var page = Page.All.Single(page => page.Path == path);
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path))!;
        foreach (Match link in Link().Matches(string.Join("\n", page.Lines)))
        {
            var target = link.Groups["target"].Value;
            if (target.StartsWith("http", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = target.Split('#');
            var file = parts[0].Length == 0 ? Path.Combine(Repository.Root, path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{path}: {target} leads nowhere.");
            Assert.True(parts.Length == 1 || Anchors(file).Contains(parts[1]), $"{path}: {target} leads to no heading.");
        }
    }

    private static IEnumerable<string> Marked(string mark) => Page.All.SelectMany(page => page.Blocks).Where(block => block.Mark(mark) is not null).Select(block => block.Place);

    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(heading => NotInAnchors().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"^dotnet run --project samples/(?<name>\w+)$")]
    private static partial Regex RunSample();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchors();
}
