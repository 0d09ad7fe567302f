using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Corpus.Tests.Table;
using Utcp.Generators.Analyzers.Documents;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests;

/// <summary>What the analyzer of documents says about real documents. Each kind of report was looked at; the page says what was found.</summary>
public sealed class RuleTests
{
    private const string Missing = "No corpus: set UTCP_CORPUS to the folder that holds 'manuals' and 'openapi'. Real documents were NOT read.";

    private const string Introduction = """
        # What the rules report in real documents

        Made by `RuleTests`, which fails when it is out of date; `UTCP_UPDATE_CORPUS=1` writes it anew, all but the verdicts, which stand in the test. Reports are those of the analyzer of documents (UTCP104 to UTCP107, UTCP201, UTCP203 to UTCP208);
        what the generator itself reports is in [openapi.md](openapi.md) and [manuals.md](manuals.md). Repetitions of one message in a file are counted.
        """;

    [Fact]
    public async Task Reports_about_real_documents_are_right()
    {
        Assert.SkipUnless(Repository.Corpus is not null, Missing);

        var reports = new List<(string File, Diagnostic Diagnostic)>();
        foreach (var path in new[] { "manuals", "openapi" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Corpus!, folder), "*.json").Order(StringComparer.Ordinal)))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path);
            var test = new GeneratorTest { Files = { (name, await File.ReadAllTextAsync(path)) } };
            reports.AddRange(test.AnalyzeDocuments().Select(diagnostic => (name, diagnostic)));
        }

        var page = new StringBuilder(Introduction).Append("\n\n| id | report | places | files | for example | verdict |\n|---|---|--:|--:|---|---|\n");
        foreach (var kind in reports.GroupBy(report => (report.Diagnostic.Id, Kind: RuleVerdicts.KindOf(report.Diagnostic))).OrderBy(kind => kind.Key.Id, StringComparer.Ordinal).ThenBy(kind => kind.Key.Kind, StringComparer.Ordinal))
        {
            var (file, first) = kind.First();
            var pointer = Regex.Match(first.GetMessage(null), @"\(at (.+)\)(?: The same.*)?$", RegexOptions.Singleline).Groups[1].Value;
            page.Append($"| {kind.Key.Id} | {kind.Key.Kind} | {kind.Sum(report => RuleVerdicts.PlacesOf(report.Diagnostic))} | {kind.Select(report => report.File).Distinct().Count()} | {file} `{pointer}` | {RuleVerdicts.Of(kind.Key.Id, kind.Key.Kind)} |\n");
        }

        page.Append("\n| file | reports |\n|---|---|\n");
        foreach (var file in reports.GroupBy(report => report.File))
        {
            page.Append($"| {file.Key} | {string.Join(", ", file.GroupBy(report => report.Diagnostic.Id).OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => $"{id.Key} {id.Sum(report => RuleVerdicts.PlacesOf(report.Diagnostic))}"))} |\n");
        }

        CorpusTable.Update("rules.md", page.ToString());
        Assert.DoesNotContain(RuleVerdicts.None, page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(reports, report => report.Diagnostic.Id == "AD0001");
        CorpusTable.Check("rules.md", page.ToString());
    }
}
