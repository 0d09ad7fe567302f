using Acme.Catalogue;
using Utcp.Client;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 17 to 19 and 84 to 86 of UTCP section 9.2: names, search and results of a generated client in a catalogue.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Case017_a_manual_name_is_made_fit()
    {
        await using var client = new UtcpClient();
        var manual = await client.RegisterClientAsync<CatalogueClient>("my-api v1");
        Assert.Equal("my_api_v1", manual.Name);
        Assert.Equal("my_api_v1.other", manual.Tools[0].Name);
    }

    [Fact]
    public async Task Case018_a_tool_that_has_its_manual_in_its_name_keeps_it()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        Assert.Equal(["m.other", "m.near", "m.best", "m.t"], Names(await client.GetToolsAsync()));
        await client.CallToolAsync("m.t");
        Assert.Equal("GET /t", provider.Only.Line);
    }

    [Theory]
    [InlineData("nope.t", null)]
    [InlineData("m.list_files", null)]
    [InlineData("m.bestt", "m.best")]
    public async Task Case019_an_unknown_tool_is_an_error(string name, string? suggestion)
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        var error = await Assert.ThrowsAsync<UtcpToolNotFoundException>(() => client.CallToolAsync(name));
        Assert.StartsWith($"Tool not found: '{name}'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, error.Suggestion);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Case084_tags_count_more_than_words()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        Assert.Equal(["m.best", "m.near", "m.other", "m.t"], Names(await client.SearchToolsAsync("weather")));
    }

    [Fact]
    public async Task Case085_a_limit_of_zero_means_all_and_a_negative_one_is_an_error()
    {
        await using var provider = await Provider.StartAsync();
        await using var client = await ClientAsync(provider);
        Assert.Equal(4, (await client.SearchToolsAsync("weather", 0)).Count);
        Assert.Equal(["m.best"], Names(await client.SearchToolsAsync("weather", 1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.SearchToolsAsync("weather", -1));
    }

    [Fact]
    public async Task Case086_strings_are_cut()
    {
        await using var provider = await Provider.StartAsync("""{"a":["abcdef"]}""");
        await using var client = await ClientAsync(provider, new LimitStringsPostProcessor { Limit = 3 });
        Assert.Equal("""{"a":["abc"]}""", (await client.CallToolAsync("m.best")).GetRawText());
    }

    private static async Task<UtcpClient> ClientAsync(Provider provider, params IEnumerable<IToolPostProcessor> processors)
    {
        var configuration = new UtcpClientConfiguration { Channel = new UtcpChannel(new() { UseEnvironmentVariables = false, Variables = { ["PORT"] = provider.Port } }) };
        foreach (var processor in processors)
        {
            configuration.PostProcessors.Add(processor);
        }

        var client = new UtcpClient(configuration);
        await client.RegisterClientAsync<CatalogueClient>("m");
        return client;
    }

    private static IEnumerable<string> Names(IReadOnlyList<RegisteredTool> tools) => tools.Select(tool => tool.Name);
}
