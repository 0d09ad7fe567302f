using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Table;

namespace Utcp.Corpus.Tests;

/// <summary>The largest public description: GitHub's, from the package that its authors publish.</summary>
public sealed class GitHubTests(ITestOutputHelper output)
{
    private const string Introduction = $"""
        Made by `GitHubTests` from `generated/api.github.com.json` of the npm package `{GitHubDocument.Package}`; `UTCP_UPDATE_CORPUS=1` writes it anew. The columns are those of [openapi.md](openapi.md).
        """;

    /// <summary>How many operations are called.</summary>
    private const int Sample = 60;

    [Fact]
    public async Task The_client_of_GitHub_reads_writes_and_sends_what_the_document_says()
    {
        var (text, reason) = await GitHubDocument.ReadAsync();
        Assert.SkipWhen(text is null, reason + " GitHub's document was NOT read; UTCP_GITHUB_OPENAPI may name a copy.");

        var row = await DocumentRow.OfAsync("api.github.com.json", text!, Sample);

        output.WriteLine(string.Join("\n", row.Unchecked));
        var page = CorpusTable.Page("What became of GitHub's document", Introduction, [row]);
        CorpusTable.Update("github.md", page);
        KnownDifferences.Check([row]);
        CorpusTable.Check("github.md", page);
    }
}
