using System.Diagnostics;
using System.Text;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml.Tests;

public sealed class BrokenYamlTests
{
    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", "UTCP001 2:")]
    [InlineData("a: {b: [}", "UTCP001 1:9")]
    [InlineData("a:\n  b\n c: d\n", "UTCP001 3:3")]
    [InlineData("a: b: c\n", "UTCP001 1:5")]
    [InlineData("a: 1\nb: @x\n", "UTCP001 2:4")]
    [InlineData("a: \"x\nb: 1\n", "UTCP001 1:4")]
    [InlineData("a: 1\nb: \"\\q\"\n", "UTCP001 2:")]
    [InlineData("a: \"\\ud800\"\n", "UTCP001 1:")]
    [InlineData("a:\n\tb: 1\n", "UTCP001 2:")]
    [InlineData("a: 1\n---\nb: 2\n", "UTCP001 2:1")]
    [InlineData("", "UTCP001 1:1")]
    [InlineData("# nothing\n", "UTCP001 2:1")]
    [InlineData("a: 1\nb: x\0y\n", "UTCP001 2:5")]
    [InlineData("a: 1\n\0 b: x\n", "UTCP001 2:1")]
    [InlineData("\uFEFFa: 1\nb: \u0001\n", "UTCP001 2:4")]
    public void Broken_text_is_refused_where_it_breaks(string yaml, string place)
    {
        var read = YamlDocumentReader.Read(yaml);

        Assert.Null(read.Root);
        Assert.StartsWith(place, Place(yaml, Assert.Single(read.Problems)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "UTCP004 3:1", """{"a":1,"b":2,"a":3}""")]
    [InlineData("a: !Ref x\nb: 2\n", "UTCP006 1:4", """{"a":null,"b":2}""")]
    [InlineData("a: !!int x\nb: !Sub [1]\nc: !!binary aGk=\n", "UTCP006 1:4; UTCP006 2:4; UTCP006 3:4", """{"a":null,"b":null,"c":null}""")]
    [InlineData("a: *nope\nb: 2\n", "UTCP013 1:4", """{"a":null,"b":2}""")]
    [InlineData("a: &x\n  b: *x\nc: 1\n", "UTCP014 2:6", """{"a":{"b":null},"c":1}""")]
    [InlineData("a: .inf\nb: -.INF\nc: .NaN\n", "UTCP006 1:4; UTCP006 2:4; UTCP006 3:4", """{"a":".inf","b":"-.INF","c":".NaN"}""")]
    [InlineData("? [x]\n: 1\nb: 2\n", "UTCP006 1:3", """{"b":2}""")]
    [InlineData("<<: 1\nb: 2\n", "UTCP006 1:1", """{"b":2}""")]
    public void Odd_parts_cost_nothing_else(string yaml, string places, string json)
    {
        var read = YamlDocumentReader.Read(yaml);

        Assert.Equal((places, json), (string.Join("; ", read.Problems.Select(problem => Place(yaml, problem))), JsonText.Minify(read.Root!)));
    }

    [Fact]
    public void Depth_is_limited_as_in_JSON()
    {
        var deep = string.Concat(Enumerable.Range(0, 100).Select(i => new string(' ', i) + "a:\n"));

        Assert.Equal("UTCP003 65:65", Place(deep, Assert.Single(YamlDocumentReader.Read(deep).Problems)));
        Assert.Equal("UTCP003 1:65", Place("", Assert.Single(YamlDocumentReader.ReadYaml(new string('[', 100_000), JsonReadOptions.Default).Problems)));
        Assert.NotNull(YamlDocumentReader.Read(string.Concat(Enumerable.Range(0, 64).Select(i => new string(' ', i) + "a:\n"))).Root);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c <= 'i'; c++)
        {
            var before = (char)(c - 1);
            bomb.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(", ", Enumerable.Repeat("*" + before, 10)).Append("]\n");
        }

        var problem = Assert.Single(YamlDocumentReader.Read(bomb.ToString()).Problems);

        Assert.Equal("UTCP003", problem.Code);
        Assert.Equal('*', bomb.ToString()[problem.Span.Start]);
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_the_limit()
    {
        var text = new StringBuilder("a0: &a0 []\n");
        for (var i = 1; i < 200; i++)
        {
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.StartsWith("UTCP003 64:", Place(text.ToString(), Assert.Single(YamlDocumentReader.Read(text.ToString()).Problems)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("repeated")]
    [InlineData("anchors")]
    [InlineData("quoted")]
    [InlineData("plain")]
    [InlineData("question")]
    [InlineData("dashes")]
    [InlineData("block")]
    public void Hostile_texts_take_time_in_proportion(string kind)
    {
        const int Many = 100_000;
        var text = kind switch
        {
            "keys" => string.Concat(Enumerable.Range(0, Many).Select(i => $"k{i}: 1\n")),
            "repeated" => string.Concat(Enumerable.Repeat("k: 1\n", Many)),
            "anchors" => string.Concat(Enumerable.Range(0, Many).Select(i => $"k{i}: &a{i} x\n")),
            "quoted" => "a: \"" + new string('x', 20 * Many),
            "plain" => "a: " + string.Concat(Enumerable.Repeat("x\n  ", Many)),
            "question" => string.Concat(Enumerable.Repeat("? ", 30)) + "x",
            "dashes" => string.Concat(Enumerable.Repeat("- ", Many)),
            _ => "a: |\n" + string.Concat(Enumerable.Repeat("  line\n\n", Many)),
        };
        var clock = Stopwatch.StartNew();

        var read = YamlDocumentReader.Read(text);

        Assert.True(read.Root is not null || read.Problems.Count == 1);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Fact]
    public void Nothing_in_a_text_makes_the_reader_throw()
    {
        const string Sample = "openapi: 3.1.0\ninfo: {title: T, version: 1.0}\npaths:\n  /a/{b}: &p\n    get:\n      description: |-\n        one\n\n        two\n      x: \"q\\u0041\\n\"\n      y: 'z''z'\n  /c: *p\n  /d:\n    <<: *p\n    ? e\n    : [1, .5, ~, !!str 2]\n";
        string[] tokens = [":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "*p", "!", "!!str ", "!x ", "|", ">", "\"", "'", "#", " # ", "\n", "\r\n", "\t", "  ", "%", "@", "`", "---", "...", "\n---\n", "\\", "\0", "\u2028", "\ud800", "<<: ", "\n%TAG ! x\n", "|2", ">+"];
        var random = new Random(20261121);
        var readable = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder(Sample);
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(text.Length);
                text.Remove(at, Math.Min(random.Next(4), text.Length - at)).Insert(at, tokens[random.Next(tokens.Length)]);
            }

            var read = YamlDocumentReader.Read(text.ToString());
            readable += read.Root is null ? 0 : 1;
            Assert.All(read.Problems, problem => Assert.InRange(problem.Span.End, 0, text.Length));
            Assert.True(read.Root is not null || read.Problems.Count == 1);
        }

        Assert.InRange(readable, 2000, 18_000);
    }

    private static string Place(string text, Problems.Problem problem)
    {
        var before = text[..Math.Min(problem.Span.Start, text.Length)];
        var column = problem.Span.Start - (before.LastIndexOf('\n') + 1) + 1;
        return $"{problem.Code} {before.Count(c => c == '\n') + 1}:{column}";
    }
}
