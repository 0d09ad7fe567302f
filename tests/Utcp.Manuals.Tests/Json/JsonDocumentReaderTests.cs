using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Tests.Json;

public sealed class JsonDocumentReaderTests
{
    [Theory]
    [InlineData("", 0, 0, "Expected a value, found the end of the text.")]
    [InlineData("  \n", 3, 0, "Expected a value, found the end of the text.")]
    [InlineData("x", 0, 1, "Expected a value, found 'x'.")]
    [InlineData("1 2", 2, 1, "Expected the end of the text after the value, found '2'.")]
    [InlineData("{\"a\":1x}", 6, 1, "Expected ',' or '}' after a member, found 'x'.")]
    [InlineData("{\"a\" 1}", 5, 1, "Expected ':' after a name, found '1'.")]
    [InlineData("{\"a\":}", 5, 1, "Expected a value after ':', found '}'.")]
    [InlineData("{a:1}", 1, 1, "Expected a name in double quotes or '}', found 'a'.")]
    [InlineData("{\"a\":1,b:2}", 7, 1, "Expected a name in double quotes after ',', found 'b'.")]
    [InlineData("{\"a\":1,}", 6, 1, "Expected no ',' before '}': JSON has no trailing commas.")]
    [InlineData("[1,]", 2, 1, "Expected no ',' before ']': JSON has no trailing commas.")]
    [InlineData("[,]", 1, 1, "Expected a value or ']', found ','.")]
    [InlineData("[1,,2]", 3, 1, "Expected a value after ',', found ','.")]
    [InlineData("[1 2]", 3, 1, "Expected ',' or ']' after an item, found '2'.")]
    [InlineData("[1", 2, 0, "Expected ',' or ']' after an item, found the end of the text.")]
    [InlineData("\"abc", 0, 1, "The string is not closed by '\"'.")]
    [InlineData("\"abc\\", 0, 1, "The string is not closed by '\"'.")]
    [InlineData("\"a\\nb", 0, 1, "The string is not closed by '\"'.")]
    [InlineData("\"a\nb\"", 2, 1, "Expected an escape for the control character U+000A in a string.")]
    [InlineData("\"\\t\tb\"", 3, 1, "Expected an escape for the control character U+0009 in a string.")]
    [InlineData("\"\\x\"", 2, 1, "Expected one of \" \\ / b f n r t u after '\\', found 'x'.")]
    [InlineData("\"\\u12g4\"", 5, 1, "Expected four hexadecimal digits after '\\u', found 'g'.")]
    [InlineData("\"\\u12", 5, 0, "Expected four hexadecimal digits after '\\u', found the end of the text.")]
    [InlineData("nul", 0, 1, "Expected 'null', found 'n'.")]
    [InlineData("-", 1, 0, "Expected a digit after '-', found the end of the text.")]
    [InlineData("-x", 1, 1, "Expected a digit after '-', found 'x'.")]
    [InlineData("1.", 2, 0, "Expected a digit after '.', found the end of the text.")]
    [InlineData("1e+", 3, 0, "Expected a digit in the exponent, found the end of the text.")]
    [InlineData("[-01]", 1, 2, "A number must not start with a 0 before other digits.")]
    [InlineData("[\u0001]", 1, 1, "Expected a value or ']', found U+0001.")]
    [InlineData("[😀]", 1, 2, "Expected a value or ']', found '😀'.")]
    [InlineData("// c\n1", 0, 1, "Expected a value, found '/'.")]
    [InlineData("\uFEFFx", 1, 1, "Expected a value, found 'x'.")]
    public void Says_what_is_wrong_where(string text, int start, int length, string message)
    {
        var result = JsonDocumentReader.Read(text);
        Assert.Null(result.Root);
        Assert.Equal(new Problem(ProblemCodes.InvalidJson, message, new JsonSpan(start, length), ""), Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("[1, /* x", 4, 2, "The comment is not closed by '*/'.")]
    [InlineData("/*/", 0, 2, "The comment is not closed by '*/'.")]
    [InlineData("/x", 1, 1, "Expected '/' or '*' after '/', found 'x'.")]
    [InlineData("//\u2028", 2, 1, "Expected '\\n' or '\\r' as the line end of a comment, found U+2028.")]
    [InlineData("[,]", 1, 1, "Expected a value or ']', found ','.")]
    public void Says_what_is_wrong_in_relaxed_text(string text, int start, int length, string message)
    {
        var result = JsonDocumentReader.Read(text, new JsonReadOptions { AllowComments = true, AllowTrailingCommas = true });
        Assert.Null(result.Root);
        Assert.Equal(new Problem(ProblemCodes.InvalidJson, message, new JsonSpan(start, length), ""), Assert.Single(result.Problems));
    }

    [Fact]
    public void Keeps_the_place_of_every_value()
    {
        const string text = "\uFEFF { \"a\\u0062\" : [ 1.50 , \"é\\n\" , true ] }";
        var root = JsonDocumentReader.Read(text).Root!;
        Assert.Equal(new JsonSpan(2, text.Length - 2), root.Span);
        var member = Assert.Single(root.Members);
        Assert.Equal("ab", member.Name);
        Assert.Equal("\"a\\u0062\"", Cut(text, member.NameSpan));
        Assert.Equal("[ 1.50 , \"é\\n\" , true ]", Cut(text, member.Value.Span));
        Assert.Equal(["1.50", "\"é\\n\"", "true"], member.Value.Items.Select(i => Cut(text, i.Span)));
        Assert.Equal(["1.50", "é\n", ""], member.Value.Items.Select(i => i.Text));
        Assert.Equal([JsonKind.Number, JsonKind.String, JsonKind.True], member.Value.Items.Select(i => i.Kind));
    }

    [Fact]
    public void Reports_repeated_names_and_lets_the_last_value_count()
    {
        const string text = """{"o":{"a":1,"b":2,"\u0061":3}}""";
        var result = JsonDocumentReader.Read(text);
        Assert.Equal("3", result.Root!["o"]!["a"]!.Text);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemCodes.DuplicateName, "/o/a"), (problem.Code, problem.Pointer));
        Assert.Equal("The name \"a\" stands in this object already; the last value counts. Remove one of them.", problem.Message);
        Assert.Equal("\"\\u0061\"", Cut(text, problem.Span));
    }

    [Fact]
    public void Repeated_names_of_a_large_object_are_reported_up_to_a_thousand()
    {
        var text = "{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"n{i % 2500}\":{i}")) + "}";
        var result = JsonDocumentReader.Read(text);
        Assert.Equal(1000, result.Problems.Count);
        Assert.Equal("\"n0\"", Cut(text, result.Problems[0].Span));
        Assert.Equal("2500", result.Root!["n0"]!.Text);
        Assert.Null(result.Root["n2500"]);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Nests_64_levels(int levels, bool read)
    {
        var result = JsonDocumentReader.Read(string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "[]" + new string('}', levels - 1));
        Assert.Equal(read, result.Root is not null);
        Problem[] expected = read ? [] : [new Problem(ProblemCodes.LimitExceeded, "Arrays and objects are nested deeper than 64 levels, and no more are read: make the document flatter.", new JsonSpan(64 * 5, 1), "")];
        Assert.Equal(expected, result.Problems);
    }

    [Fact]
    public void No_asked_depth_overflows_the_stack()
    {
        var problem = Assert.Single(JsonDocumentReader.Read(new string('[', 1_000_000), new JsonReadOptions { MaxDepth = int.MaxValue }).Problems);
        Assert.Equal((ProblemCodes.LimitExceeded, new JsonSpan(256, 1)), (problem.Code, problem.Span));
    }

    [Fact]
    public void Refuses_text_beyond_the_length_limit()
    {
        Assert.NotNull(JsonDocumentReader.Read("[1]", new JsonReadOptions { MaxLength = 3 }).Root);
        var result = JsonDocumentReader.Read("[1] ", new JsonReadOptions { MaxLength = 3 });
        Assert.Null(result.Root);
        Assert.Equal(new Problem(ProblemCodes.LimitExceeded, "The document has 4 characters; at most 3 are read.", default, ""), Assert.Single(result.Problems));
    }

    [Fact]
    public void Surrogates_without_a_partner_are_kept()
    {
        Assert.Equal("\ud800", JsonDocumentReader.Read("\"\\ud800\"").Root!.Text);
        Assert.Equal("x\udc00", JsonDocumentReader.Read("\"x\udc00\"").Root!.Text);
    }

    [Theory]
    [InlineData(" { \"a\" : [ 1.50 , -0 , 1E+3 ] , \"b\" : { } , \"a\" : null } ", """{"a":[1.50,-0,1E+3],"b":{},"a":null}""")]
    [InlineData("""["\u0041\/\"\\\b\f\n\r\t\u001f\u007f"]""", "[\"A/\\\"\\\\\\u0008\\u000c\\n\\r\\t\\u001f\u007f\"]")]
    [InlineData("""["\ud83d\ude00","\ud83d","\ude00\ud83d", true, false]""", """["😀","\ud83d","\ude00\ud83d",true,false]""")]
    public void Minified_text_is_compact_and_means_the_same(string text, string expected)
    {
        var minified = JsonText.Minify(JsonDocumentReader.Read(text).Root!);
        Assert.Equal(expected, minified);
        Assert.Equal(expected, JsonText.Minify(JsonDocumentReader.Read(minified).Root!));
    }

    [Fact]
    public void Members_of_a_large_object_are_found()
    {
        var root = JsonDocumentReader.Read("{" + string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"n{i}\":{i}")) + ",\"n3\":\"last\"}").Root!;
        Assert.Equal("last", root["n3"]!.Text);
        Assert.Equal("39", root["n39"]!.Text);
        Assert.Null(root["n40"]);
    }

    private static string Cut(string text, JsonSpan span) => text.Substring(span.Start, span.Length);
}
