using System.Text.RegularExpressions;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Client.Tests.Conformance;

/// <summary>The page of the conformance cases says where each is tested, and says it truly.</summary>
public sealed partial class PageTests
{
    private static readonly (int Column, string[] Projects)[] s_columns =
    [
        (4, ["Utcp.Integration.Tests"]), (5, ["Utcp.Client.Tests"]), (6, ["Utcp.Runtime.Tests", "Utcp.Manuals.Tests"]),
    ];

    [Fact]
    public void Every_case_is_on_the_page_with_the_classes_that_test_it()
    {
        var tests = s_columns.SelectMany(column => column.Projects).SelectMany(TestsOf).ToList();
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "conformance.md")).Where(line => Row().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..]).ToList();
        Assert.Equal(Enumerable.Range(1, 120), rows.Select(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var (number, row) in Enumerable.Range(1, 120).Zip(rows))
        {
            foreach (var (column, projects) in s_columns)
            {
                var actual = tests.Where(test => test.Number == number && projects.Contains(test.Project)).Select(test => test.Class).Distinct().Order();
                var expected = row[column].StartsWith('—') ? [] : Name().Matches(row[column]).Select(match => match.Groups[1].Value);
                Assert.True(expected.Order().SequenceEqual(actual), $"Case {number}: the page says \"{row[column]}\", the tests are in {string.Join(", ", actual)}.");
            }
        }
    }

    private static IEnumerable<(int Number, string Project, string Class)> TestsOf(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from match in Test().Matches(File.ReadAllText(file))
        select (int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), project, Path.GetFileNameWithoutExtension(file));

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(?:void|Task) Case(\d{3})_\w+\(")]
    private static partial Regex Test();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
