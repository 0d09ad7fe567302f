using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Tests.Utcp;

public sealed class VariableScannerTests
{
    [Fact]
    public void Finds_both_forms_with_their_places()
    {
        Assert.Equal(
            [new VariableReference("A_1", 2, 6, true), new VariableReference("b", 9, 2, false), new VariableReference("C", 11, 2, false)],
            VariableScanner.Scan("x ${A_1} $b$C"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("none", "")]
    [InlineData("$", "")]
    [InlineData("$$A", "A")]
    [InlineData("${A:-d}", "")]
    [InlineData("${ A }", "")]
    [InlineData("${A-B}", "")]
    [InlineData("${}", "")]
    [InlineData("${A", "")]
    [InlineData("${A${B}", "B")]
    [InlineData("$é", "")]
    [InlineData("$refresh", "refresh")]
    [InlineData("${X} $refresh", "X,refresh")]
    [InlineData("$ref ${X}", "")]
    [InlineData("${X}$ref", "")]
    [InlineData("$refresh $ref. ${X}", "")]
    public void Finds_names(string text, string names) => Assert.Equal(names, string.Join(",", VariableScanner.Scan(text).Select(variable => variable.Name)));

    [Fact]
    public void Case081_a_bare_reference_stays_literal_when_it_has_no_value()
    {
        var reference = Assert.Single(VariableScanner.Scan("US$5"));
        Assert.False(reference.IsBraced);
    }

    [Fact]
    public void Case082_a_text_with_a_schema_reference_is_untouched() => Assert.Empty(VariableScanner.Scan("$ref: #/a ${X}"));
}
