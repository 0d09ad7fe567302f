using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Architecture;

/// <summary>Files stay small, and say where they are.</summary>
public sealed class FileTests
{
    private const int MaxLines = 400;
    private const int MaxMedian = 80;

    public static TheoryData<string> Projects => new(Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Where(path => SourceTree.Files(Path.GetFileName(path)).Any()).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_are_small(string project) =>
        Assert.DoesNotContain(SourceTree.Files(project).Select(path => (Path.GetFileName(path), Lines: File.ReadLines(path).Count())), file => file.Lines > MaxLines);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Most_files_are_very_small(string project)
    {
        var lines = SourceTree.Files(project).Select(path => File.ReadLines(path).Count()).Order().ToList();

        Assert.InRange(lines[lines.Count / 2], 1, MaxMedian);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_are_text_with_line_feeds(string project) => Assert.DoesNotContain(SourceTree.Files(project), path => File.ReadAllText(path).Contains('\r'));
}
