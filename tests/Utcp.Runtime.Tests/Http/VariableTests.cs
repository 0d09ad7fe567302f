using Utcp.Generated;

namespace Utcp.Runtime.Tests.Http;

public sealed class VariableTests
{
    private static readonly UtcpClientOptions s_named = new() { ManualName = "my_m" };

    [Fact]
    public async Task Case079_Namespaced() =>
        Assert.Equal("1", await ResolveAsync("${A}", s_named, new() { Variables = { ["my__m_A"] = "1", ["A"] = "2" } }));

    [Fact]
    public async Task Case080_PlainNamesAreAnOptIn()
    {
        var e = await Assert.ThrowsAsync<UtcpVariableException>(() => ResolveAsync("${A}", s_named, new() { Variables = { ["A"] = "1" } }));
        Assert.Equal("my__m_A", e.VariableName);
        Assert.Contains("my__m_A", e.Message, StringComparison.Ordinal);
        Assert.Contains("UtcpChannelOptions.Variables", e.Message, StringComparison.Ordinal);
        Assert.Equal("1", await ResolveAsync("${A}", s_named with { FallBackToPlainVariables = true }, new() { Variables = { ["A"] = "1" } }));
    }

    [Theory]
    [InlineData("US$5")]
    [InlineData("$unknown and $")]
    [InlineData("${A:-d} ${ A } ${A-B} ${}")]
    public async Task Case081_BareNamesAreLiteral(string text) => Assert.Equal(text, await ResolveAsync(text, null, new()));

    [Fact]
    public async Task BareNamesAreReplacedWhenKnown() =>
        Assert.Equal("$1-1", await ResolveAsync("$$A-$A", null, new() { Variables = { ["A"] = "1" } }));

    [Fact]
    public async Task Case082_ReferencesAreUntouched() =>
        Assert.Equal("$ref: #/a ${X}", await ResolveAsync("$ref: #/a ${X}", null, new() { Variables = { ["X"] = "1" } }));

    [Fact]
    public async Task Case083_ArgumentsAreNeverSubstituted()
    {
        var sent = await Call.SentAsync(
            Call.Get("https://h/{p}"),
            static (ref r) =>
            {
                r.PathString("p", "${SECRET}");
                r.QueryString("q", "${SECRET}");
                r.HeaderString("X-A", "${SECRET}");
                r.Body<string, Utcp.Json.StringCodec>("${SECRET}");
            },
            new() { Headers = { ["X-B"] = "${SECRET}" } },
            ("SECRET", "s3cret"));
        Assert.Equal("https://h/%24%7BSECRET%7D?q=%24%7BSECRET%7D", sent.Url);
        Assert.Equal(("${SECRET}", "${SECRET}", "\"${SECRET}\""), (sent["X-A"], sent["X-B"], sent.Text));
    }

    [Fact]
    public async Task ValuesAreNotScannedAgain() =>
        Assert.Equal("${B}-2", await ResolveAsync("${A}-${B}", null, new() { Variables = { ["A"] = "${B}", ["B"] = "2" } }));

    [Fact]
    public async Task PlacesAreAskedInOrder()
    {
        Environment.SetEnvironmentVariable("UTCP_TEST_E", "environment");
        Environment.SetEnvironmentVariable("UTCP_TEST_EMPTY", "");
        var asked = new List<string>();
        var options = new UtcpChannelOptions
        {
            Variables = { ["A"] = "", ["B"] = "channel" },
            VariableSource = name =>
            {
                asked.Add(name);
                return name switch { "C" => "source", "D" => "", _ => null };
            },
        };
        Assert.Equal("", await ResolveAsync("${A}", null, options));
        Assert.Equal("channel", await ResolveAsync("${B}", null, options));
        Assert.Empty(asked);
        Assert.Equal("source", await ResolveAsync("${C}", null, options));
        Assert.Equal("environment", await ResolveAsync("${UTCP_TEST_E}", null, options));
        await Assert.ThrowsAsync<UtcpVariableException>(() => ResolveAsync("${D}", null, options));
        await Assert.ThrowsAsync<UtcpVariableException>(() => ResolveAsync("${UTCP_TEST_EMPTY}", null, options));
        Assert.Equal("call", await ResolveAsync("${B}", null, options, new() { Variables = { ["B"] = "call" } }));
        Assert.Equal("call", await ResolveAsync("${B}", s_named, options, new() { Variables = { ["my__m_B"] = "call", ["B"] = "other" } }));
        Assert.Equal("call", await ResolveAsync("${B}", s_named, options, new() { Variables = { ["B"] = "call" } }));
        await Assert.ThrowsAsync<UtcpVariableException>(() => ResolveAsync("${UTCP_TEST_E}", null, new() { UseEnvironmentVariables = false }));
    }

    [Fact]
    public void ManualNamesMakeVariableNames()
    {
        using var channel = new UtcpChannel();
        Assert.Throws<ArgumentException>(() => new ClientBinding(channel, new() { ManualName = "my-m" }));
        Assert.Throws<ArgumentNullException>(() => new ClientBinding(null!, null));
    }

    private static async Task<string?> ResolveAsync(string text, UtcpClientOptions? client, UtcpChannelOptions options, UtcpCallOptions? call = null)
    {
        var handler = new RecordingHandler();
        using var channel = new UtcpChannel(new()
        {
            HttpHandler = handler,
            Variables = options.Variables,
            VariableSource = options.VariableSource,
            UseEnvironmentVariables = options.UseEnvironmentVariables,
        });
        await Call.ElementAsync(channel, new("tool", "GET", "https://h/x") { Headers = [new("X-A", text)] }, null, call, client);
        return handler.Only["X-A"];
    }
}
