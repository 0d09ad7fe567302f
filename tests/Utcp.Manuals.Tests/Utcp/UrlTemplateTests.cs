using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class UrlTemplateTests
{
    [Fact]
    public void Finds_literals_and_placeholders_with_their_offsets()
    {
        var template = UrlTemplate.Parse("https://h/u/{id}?x={y}#f{z}");
        Assert.Equal(
            [
                new UrlPiece("https://h", false, 0, UrlPart.Origin),
                new UrlPiece("/u/", false, 9, UrlPart.Path),
                new UrlPiece("id", true, 12, UrlPart.Path),
                new UrlPiece("?x=", false, 16, UrlPart.Query),
                new UrlPiece("y", true, 19, UrlPart.Query),
                new UrlPiece("#f", false, 22, UrlPart.Fragment),
                new UrlPiece("z", true, 24, UrlPart.Fragment),
            ],
            template.Pieces);
        Assert.False(template.HasPlaceholderInOrigin);
        Assert.False(template.HasVariableInOrigin);
        Assert.Equal("https://h/u/x?x=x#fx", template.ToSample());
    }

    [Theory]
    [InlineData("https://h/{a}{b}", "a,b")]
    [InlineData("https://h/${A}/{a}", "a")]
    [InlineData("https://h/$A{a}", "a")]
    [InlineData("https://h/${A-B}", "A-B")]
    [InlineData("https://h/{}", "")]
    [InlineData("https://h/{a", "")]
    [InlineData("https://h/}a{b}", "b")]
    [InlineData("https://h/{a b}", "a b")]
    [InlineData("https://h/{a{b}", "a{b")]
    [InlineData("https://h/{?a}", "?a")]
    [InlineData("https://h/{a}/{a}", "a,a")]
    [InlineData("", "")]
    public void Finds_placeholders(string url, string names)
    {
        var template = UrlTemplate.Parse(url);
        Assert.Equal(names, string.Join(",", template.Pieces.Where(piece => piece.IsPlaceholder).Select(piece => piece.Text)));
        Assert.Equal(url, string.Concat(template.Pieces.Select(piece => piece.IsPlaceholder ? "{" + piece.Text + "}" : piece.Text)));
    }

    [Theory]
    [InlineData("https://{h}/", true)]
    [InlineData("{s}://h/", true)]
    [InlineData("https://{u}@h/", true)]
    [InlineData("https://h:{p}/", true)]
    [InlineData("https://h{x}", true)]
    [InlineData("{base}/x", true)]
    [InlineData("${BASE}{x}", true)]
    [InlineData("${SCHEME}://{h}/", true)]
    [InlineData("//{h}/", true)]
    [InlineData("https://a/b.{h}/", false)]
    [InlineData("https://h?{x}", false)]
    [InlineData("https://h#{x}", false)]
    [InlineData("${BASE}/{x}", false)]
    [InlineData("https://${H}/{x}", false)]
    [InlineData("/x//{y}", false)]
    [InlineData("https://h\\{x}", true)]
    public void Knows_placeholders_that_would_choose_the_server(string url, bool expected) => Assert.Equal(expected, UrlTemplate.Parse(url).HasPlaceholderInOrigin);

    [Theory]
    [InlineData("${BASE}/x", true)]
    [InlineData("https://$HOST/x", true)]
    [InlineData("https://h:${PORT}/x", true)]
    [InlineData("https://h/${X}", false)]
    [InlineData("https://h/$metadata", false)]
    public void Knows_variables_that_hide_the_server(string url, bool expected) => Assert.Equal(expected, UrlTemplate.Parse(url).HasVariableInOrigin);

    [Fact]
    public void Many_open_braces_cost_no_more_than_one() => Assert.Single(UrlTemplate.Parse("https:" + new string('{', 1_000_000)).Pieces);
}
