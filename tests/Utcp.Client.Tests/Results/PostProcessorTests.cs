using System.Text.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Client.Tests.Results;

/// <summary>The built-in post-processors (UTCP section 6.5).</summary>
public sealed class PostProcessorTests
{
    private static readonly RegisteredTool Tool = new("m", new Tool { Name = "t", NameSpan = default, Parameters = [], Call = new UnsupportedCall { Type = "none" } }, SchemaSet.Empty, false);

    [Theory]
    [InlineData("""{"a":1,"b":{"a":2,"c":3}}""", """{"b":{"c":3}}""")]
    [InlineData("""[{"a":1},{"b":2},[],5]""", """[{"b":2},5]""")]
    [InlineData("""{"l":[{"a":1}],"n":null}""", """{"l":[],"n":null}""")]
    [InlineData("\"a\"", "\"a\"")]
    [InlineData("null", "null")]
    public void Keys_are_removed(string result, string expected) =>
        Assert.Equal(expected, new FilterDictPostProcessor { ExcludeKeys = ["a"] }.Process(Tool, JsonElement.Parse(result)).GetRawText());

    [Theory]
    [InlineData("""{"a":1,"b":{"a":2,"c":3},"d":4}""", """{"a":1,"b":{"a":2}}""")]
    [InlineData("""[{"a":1,"x":0},{"b":2},5,"s"]""", """[{"a":1}]""")]
    [InlineData("""{"a":[1,{"x":2}],"b":[{"a":3}]}""", """{"a":[1,{"x":2}],"b":[{"a":3}]}""")]
    [InlineData("""{"a":{"x":1,"a":2}}""", """{"a":{"a":2}}""")]
    [InlineData("""{"a":null,"b":null}""", """{"a":null}""")]
    public void Only_some_keys_are_kept(string result, string expected) =>
        Assert.Equal(expected, new FilterDictPostProcessor { OnlyIncludeKeys = ["a"] }.Process(Tool, JsonElement.Parse(result)).GetRawText());

    [Fact]
    public void Strings_are_cut_between_characters()
    {
        var limit = new LimitStringsPostProcessor { Limit = 2 };
        Assert.Equal("x", limit.Process(Tool, JsonElement.Parse("\"x😀\"")).GetString());
        Assert.Equal("""{"k":["ab",{"long":"cd"}],"n":1.50}""", limit.Process(Tool, JsonElement.Parse("""{"k":["abc",{"long":"cdef"}],"n":1.50}""")).GetRawText());
    }

    [Theory]
    [InlineData(new[] { "m.t" }, null, null, null, false)]
    [InlineData(null, new[] { "m.other" }, null, null, false)]
    [InlineData(null, null, new[] { "m" }, null, false)]
    [InlineData(null, null, null, new[] { "other" }, false)]
    [InlineData(new[] { "m.other" }, new[] { "m.t" }, new[] { "other" }, new[] { "m" }, true)]
    [InlineData(new string[0], new string[0], new string[0], new string[0], true)]
    public void A_filter_says_for_which_tools(string[]? excluded, string[]? included, string[]? excludedManuals, string[]? includedManuals, bool expected) => Assert.Equal(
        expected, new ToolFilter { ExcludeTools = excluded, OnlyIncludeTools = included, ExcludeManuals = excludedManuals, OnlyIncludeManuals = includedManuals }.Includes(Tool));

    [Fact]
    public async Task Processors_run_in_order_for_results_and_for_items()
    {
        await using var provider = await Provider.StartAsync("{\"secret\":1,\"text\":\"abcdef\"}\n", "application/x-ndjson");
        var configuration = Clients.Configuration();
        configuration.PostProcessors.Add(new FilterDictPostProcessor { ExcludeKeys = ["secret"] });
        configuration.PostProcessors.Add(new LimitStringsPostProcessor { Limit = 3 });
        await using var client = await Clients.WithAsync(Tools.Manual($$"""{"call_template_type":"streamable_http","url":"http://127.0.0.1:{{provider.Port}}/x"}"""), configuration);
        Assert.Equal("""{"text":"abc"}""", Assert.Single(await client.CallToolStreamingAsync("m.t").ToListAsync()).GetRawText());
        Assert.Equal("""[{"text":"abc"}]""", (await client.CallToolAsync("m.t")).GetRawText());
    }
}
