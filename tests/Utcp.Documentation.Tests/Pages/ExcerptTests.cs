namespace Utcp.Documentation.Tests.Pages;

public sealed class ExcerptTests
{
    private const string Text = """
        one {
            two
            three

            four
        }
        """;

    [Theory]
    [InlineData("two\nthree", true)]
    [InlineData("  one {\n  two", true)]
    [InlineData("one {\n// ...\nfour", true)]
    [InlineData("two\n\n...\n\n}", true)]
    [InlineData("one {\nthree", false)]
    [InlineData("three\n...\ntwo", false)]
    [InlineData("two\nfour", false)]
    [InlineData("five", false)]
    public void Lines_are_found_in_order(string block, bool isFound) => Assert.Equal(isFound, Excerpt.Of(Text, block));
}
