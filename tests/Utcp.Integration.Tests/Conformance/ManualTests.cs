using Acme.BooleanSchema;
using Acme.Catalogue;
using Acme.Empty;
using Acme.ExtraKeys;
using Acme.Legacy;
using Acme.Marked;
using Acme.NoVersion;
using Acme.UnknownTemplate;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Integration.Tests.Conformance;

/// <summary>Cases 1 to 13 of UTCP section 9.2: what a manual may look like. That each file has a client at all is part of the case.</summary>
public sealed class ManualTests
{
    [Fact]
    public void Case001_a_manual_without_tools()
    {
        using var channel = new UtcpChannel();
        Assert.IsType<IEmptyClient>(new EmptyClient(channel), exactMatch: false);
        Assert.Empty(Info<EmptyClient>().Tools);
    }

    [Fact]
    public async Task Case002_unknown_keys_of_the_manual_do_no_harm()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<ExtraKeysClient>().PingAsync();
        Assert.Equal("GET /x", provider.Only.Line);
        Assert.Equal("Extra Keys", Info<ExtraKeysClient>().Title);
        Assert.Equal("1.0.0", Info<ExtraKeysClient>().Version);
    }

    [Fact]
    public async Task Case003_a_manual_of_version_0_is_migrated()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<LegacyClient>().FetchAsync(a: 1);
        Assert.Equal("GET /x?a=1", provider.Only.Line);
        Assert.Equal(["store", "fetch"], Info<LegacyClient>().Tools.Select(tool => tool.Name));
    }

    [Fact]
    public async Task Case005_a_manual_without_utcp_version_is_one()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<NoVersionClient>().PingAsync();
        Assert.Equal("GET /x", provider.Only.Line);
    }

    /// <summary>That the other tool is reported is a matter of the reader: UTCP009 is lowered for this project.</summary>
    [Fact]
    public async Task Case006_a_tool_that_nobody_can_call_does_not_sink_the_manual()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<UnknownTemplateClient>().PingAsync();
        Assert.Equal("GET /x", provider.Only.Line);
        Assert.Equal(["ping"], Info<UnknownTemplateClient>().Tools.Select(tool => tool.Name));
    }

    [Fact]
    public async Task Case007_a_schema_may_be_a_boolean()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<BooleanSchemaClient>().FindAsync(a: System.Text.Json.JsonElement.Parse("[1,true]"));
        Assert.Equal("GET /x?a=1&a=true", provider.Only.Line);
    }

    [Fact]
    public async Task Case011_a_byte_order_mark_is_skipped()
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Utcp.Integration.Tests", "Manuals", "marked.json"))[..3]);
        await using var provider = await Provider.StartAsync();
        await provider.Client<MarkedClient>().PingAsync();
        Assert.Equal("GET /x", provider.Only.Line);
    }

    /// <summary>That the other tool is reported is a matter of the reader: UTCP009 is lowered for this project.</summary>
    [Fact]
    public void Case013_tools_of_other_protocols_are_left_out() => Assert.Equal(["other", "near", "best", "m.t"], Info<CatalogueClient>().Tools.Select(tool => tool.Name));

    private static ManualInfo Info<T>()
        where T : IUtcpClient<T>
        => T.Manual;
}
