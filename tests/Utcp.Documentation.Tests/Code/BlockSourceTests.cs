using Microsoft.CodeAnalysis.CSharp;
using Utcp.Documentation.Tests.Pages;

namespace Utcp.Documentation.Tests.Code;

/// <summary>What the compiler says about a block stands at its line on the page.</summary>
public sealed class BlockSourceTests
{
    private const string Text = """
        # A page

        <!-- setting: channel -->
        1. A step.

           ```csharp
           using Utcp.Json;

           var first = new UtcpChannel();
           var second = new Missing();

           internal sealed class Helper
           {
               private readonly Absent _absent = null!;
           }
           ```

        <!-- generated -->
        ```csharp
        public partial class Other
        ```
        """;

    [Fact]
    public void Complaints_are_at_their_line()
    {
        var block = new Page("docs/page.md", Text).Blocks[0];
        var project = Setting.Read(block.Setting).Project();
        var options = (CSharpParseOptions)project.Compilation().SyntaxTrees[0].Options;
        project.Sources.Add(BlockSource.Of(block, options));

        var places = project.Run().Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS0246" && diagnostic.Location.GetMappedLineSpan().HasMappedPath)
            .Select(diagnostic => diagnostic.Location.GetMappedLineSpan()).Select(place => $"{place.Path}:{place.StartLinePosition.Line + 1}").Order();

        Assert.Equal(["docs/page.md:10", "docs/page.md:14"], places);
    }

    [Fact]
    public void Blocks_know_their_marks()
    {
        var blocks = new Page("docs/page.md", Text).Blocks;

        Assert.Equal([("docs/page.md:7", "channel", false), ("docs/page.md:20", "channel", true)], blocks.Select(block => (block.Place, block.Setting, block.Marks.ContainsKey("generated"))));
        Assert.StartsWith("using Utcp.Json;\n\nvar first", blocks[0].Text, StringComparison.Ordinal);
    }
}
