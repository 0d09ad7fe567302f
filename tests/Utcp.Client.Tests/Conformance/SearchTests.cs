namespace Utcp.Client.Tests.Conformance;

/// <summary>Cases 84 to 86 of UTCP section 9.2: searching tools and processing results.</summary>
public sealed class SearchTests
{
    private const string Manual = """
        {"tools":[
          {"name":"other","description":"Something else.","tags":["misc"],"tool_call_template":{"call_template_type":"http","url":"https://h.example/1"}},
          {"name":"near","description":"weather now","tags":[],"tool_call_template":{"call_template_type":"http","url":"https://h.example/2"}},
          {"name":"best","description":"weather now","tags":["weather"],"tool_call_template":{"call_template_type":"http","url":"https://h.example/3"}},
          {"name":"tag","description":"","tags":["Weather_Map", "big"],"tool_call_template":{"call_template_type":"http","url":"https://h.example/4"}}]}
        """;

    [Fact]
    public async Task Case084_tags_count_more_than_words()
    {
        await using var client = await Clients.WithAsync(Manual);
        Assert.Equal(["m.best", "m.near", "m.other", "m.tag"], Names(await client.SearchToolsAsync("weather")));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(100, 4)]
    public async Task Case085_a_limit_of_zero_means_all(int limit, int count)
    {
        await using var client = await Clients.WithAsync(Manual);
        Assert.Equal(count, (await client.SearchToolsAsync("weather", limit)).Count);
    }

    [Fact]
    public async Task Case085_a_negative_limit_is_an_error()
    {
        await using var client = await Clients.WithAsync(Manual);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.SearchToolsAsync("weather", -1));
    }

    [Fact]
    public async Task Tags_can_be_required_in_any_case()
    {
        await using var client = await Clients.WithAsync(Manual);
        Assert.Equal(["m.best", "m.tag"], Names(await client.SearchToolsAsync("weather", 0, ["WEATHER", "BIG"])));
    }

    [Fact]
    public async Task Unrelated_tools_can_be_left_out()
    {
        var configuration = new UtcpClientConfiguration { SearchStrategy = new TagAndDescriptionSearch { DropsUnrelated = true } };
        await using var client = await Clients.WithAsync(Manual, configuration);
        Assert.Equal(["m.best", "m.near"], Names(await client.SearchToolsAsync("the weather?")));
    }

    [Fact]
    public async Task Case086_strings_are_cut()
    {
        await using var provider = await Provider.StartAsync("""{"a":["abcdef"],"abcdef":"ab","n":123456}""");
        var configuration = Clients.Configuration();
        configuration.PostProcessors.Add(new LimitStringsPostProcessor { Limit = 3 });
        var result = await Clients.CallAsync(Tools.Template($"http://127.0.0.1:{provider.Port}/x"), configuration: configuration);
        Assert.Equal("""{"a":["abc"],"abcdef":"ab","n":123456}""", result.GetRawText());
    }

    private static IEnumerable<string> Names(IReadOnlyList<RegisteredTool> tools) => tools.Select(tool => tool.Name);
}
