using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Diagnostics;

public sealed class ProblemDigestTests
{
    [Fact]
    public void Repetitions_of_one_mistake_are_counted()
    {
        var tools = Enumerable.Range(0, 9).Select(i => Sample.Tool("tool" + i, outputs: """{ "$ref": "#/definitions/gone" }""")).ToArray();

        var result = GeneratorTest.Run(Sample.WithTools(tools)).Compiles().Reports("UTCP013", "UTCP013", "UTCP013");

        Assert.Contains("The same is wrong at 6 more places.", result.Diagnostics.OrderBy(item => item.Location.SourceSpan.Start).Last().GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_mistakes_are_all_shown()
    {
        var tools = Enumerable.Range(0, 5).Select(i => Sample.Tool("tool" + i, outputs: $$"""{ "$ref": "#/definitions/gone{{i}}" }""")).ToArray();

        GeneratorTest.Run(Sample.WithTools(tools)).Compiles().Reports("UTCP013", "UTCP013", "UTCP013", "UTCP013", "UTCP013");
    }
}
