using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

/// <summary>Real manuals of others. They are no part of the project: UTCP_CORPUS names their folder, or "shared/corpus" stands beside the repository.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Every_manual_is_recognised_and_loses_no_tool_without_a_report()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "There is no corpus: UTCP_CORPUS is not set, and ../shared/corpus does not exist.");
        foreach (var file in Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            if (JsonDocumentReader.Read(text).Root is not { } root)
            {
                continue;
            }

            var problems = new ProblemList(root);
            var manual = UtcpManualReader.Read(root, problems);
            Assert.True(manual is not null == (ManualRecognition.Recognise(text) == ManualKind.Utcp), file);
            if (manual is not null)
            {
                var lost = Enumerable.Range(0, manual.DeclaredToolCount).Where(i => !manual.Tools.Any(tool => Covers(root["tools"]!.Items[i].Span, tool.NameSpan)));
                Assert.All(lost, i => Assert.Contains(problems.Problems, problem => (problem.Pointer + "/").StartsWith($"/tools/{i}/", StringComparison.Ordinal)));
            }
        }
    }

    private static bool Covers(JsonSpan outer, JsonSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("UTCP_CORPUS") is { Length: > 0 } named)
        {
            return Path.Combine(named, "manuals");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Utcp.Generators.sln")))
            {
                var beside = Path.Combine(folder.FullName, "..", "shared", "corpus", "manuals");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
