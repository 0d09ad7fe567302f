using System.Globalization;
using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Hostile;

public sealed class RandomManualTests(ITestOutputHelper output)
{
    private const int Count = 600;

    [Fact]
    public void Random_manuals_compile_and_generate_the_same_bytes_twice()
    {
        var seed = RandomManual.Seed;
        output.WriteLine($"UTCP_SEED={seed}");
        var manuals = new RandomManual(new Random(seed));
        var test = new GeneratorTest();
        for (var i = 0; i < Count; i++)
        {
            test.Files.Add(($"m{i.ToString("D4", CultureInfo.InvariantCulture)}.json", manuals.Next()));
        }

        var first = test.Run();
        var second = test.Run();

        Assert.Null(first.Exception);
        Fail(test, first.Diagnostics.Where(diagnostic => diagnostic.Id == "UTCP900").Select(diagnostic => (diagnostic.Location.GetLineSpan().Path, diagnostic.ToString())));
        Fail(test, first.CompilerDiagnostics.Select(diagnostic => (FileOf(diagnostic), diagnostic + "\n" + Line(diagnostic))));
        first.Initialises();
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Diagnostics.Select(diagnostic => diagnostic.ToString()), second.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.All(first.Diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.GetMessage(CultureInfo.InvariantCulture), c => char.IsControl(c) || c is '\u2028' or '\u2029'));
        output.WriteLine($"{first.Sources.Count} files, {first.Text.Length} characters, {first.Diagnostics.Length} diagnostics");
    }

    private static string FileOf(Diagnostic diagnostic)
    {
        var path = diagnostic.Location.SourceTree?.FilePath ?? "";
        var start = path.LastIndexOf(".M0", StringComparison.Ordinal);
        return start < 0 ? path : "m" + path.Substring(start + 2, 4) + ".json";
    }

    private static string? Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();

    /// <summary>Shows each kind of failure once, with the shortest manual that has it.</summary>
    private static void Fail(GeneratorTest test, IEnumerable<(string Path, string Message)> failures)
    {
        var texts = test.Files.ToDictionary(file => file.Path, file => file.Text);
        var groups = failures.GroupBy(failure => System.Text.RegularExpressions.Regex.Match(failure.Message, "(CS|UTCP)[0-9]{3,}.*").Value)
            .Select(group => group.MinBy(failure => texts.TryGetValue(failure.Path, out var text) ? text.Length : int.MaxValue))
            .Select(failure => failure.Message + "\n" + (texts.TryGetValue(failure.Path, out var text) ? text : "?"))
            .ToList();
        Assert.True(groups.Count == 0, string.Join("\n\n", groups));
    }
}
