using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Utcp.Generators.Emit;

namespace Utcp.Generators.Tests.Emit;

public sealed class CSharpTextTests
{
    public static TheoryData<string> Nasty => new(
        "", "plain", "\"", "\\", "\"\"\"", "*/ } class X {", "{0} {{", "\r\n", "\u0085", "\u2028\u2029", "\uD800", "\uDC00x", "\0", "\u0007", "\u202Eevil", "</summary><x>&amp;", "😀", new string('x', 5000));

    [Theory]
    [MemberData(nameof(Nasty))]
    public void A_literal_is_one_token_with_the_value(string text)
    {
        var expression = SyntaxFactory.ParseExpression(CSharpText.Literal(text));

        var literal = Assert.IsType<LiteralExpressionSyntax>(expression);
        Assert.Equal(text, literal.Token.ValueText);
        Assert.Empty(expression.GetDiagnostics());
        Assert.DoesNotContain(CSharpText.Literal(text), c => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029');
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void Documentation_never_ends_its_comment(string text)
    {
        var source = "/// <summary>" + CSharpText.DocLine(text) + "</summary>\nclass Only { }\n";

        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));

        Assert.Empty(tree.GetDiagnostics());
        Assert.Equal("Only", Assert.IsType<ClassDeclarationSyntax>(Assert.Single(tree.GetCompilationUnitRoot().Members)).Identifier.Text);
    }

    [Theory]
    [InlineData("-9223372036854775808", "long.MinValue")]
    [InlineData("7", "7")]
    public void Integers(string text, string expected) => Assert.Equal(expected, CSharpText.Integer(text));

    [Theory]
    [InlineData("1.5", "1.5D")]
    [InlineData("1e400", "double.MaxValue")]
    [InlineData("-1E+2", "-100D")]
    public void Numbers(string text, string expected) => Assert.Equal(expected, CSharpText.Number(text));
}
