using System.Globalization;
using System.Text.Json;
using Acme.Stock;
using Acme.Streams;
using Utcp.Client;
using Utcp.Generators.Tests.Verification;
using Utcp.Runtime.Tests.Http;

namespace Utcp.Integration.Tests.Failures;

/// <summary>What callers see of servers that do wrong, through generated clients and by name.</summary>
public sealed class HostileServerTests
{
    public static TheoryData<string, string, bool> Names => new(from answer in HostileAnswer.All from byName in (bool[])[false, true] select (answer.Kind, answer.Name, byName));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_failure_says_what_is_wrong(string kind, string name, bool byName)
    {
        var answer = HostileAnswer.All.Single(answer => answer.Kind == kind && answer.Name == name);
        await using var server = new RawServer(answer.Answer);
        var port = new Uri(server.Url).Port.ToString(CultureInfo.InvariantCulture);
        await using var channel = new UtcpChannel(new()
        {
            UseEnvironmentVariables = false,
            Variables = { ["PORT"] = port, ["m_PORT"] = port },
            Timeout = TimeSpan.FromSeconds(answer.Generated?.StartsWith("UtcpTimeout", StringComparison.Ordinal) == true ? 1 : 60),
            StreamIdleTimeout = TimeSpan.FromSeconds(name == "silence" ? 1 : 60),
            MaxRetries = 0,
            MaxReconnects = 0,
            MaxResponseBytes = 1_000_000,
        });
        var tool = kind switch { "call" => "get_stock", "sse" => "watch_anything", _ => "list_readings" };
        var e = await Record.ExceptionAsync(() => byName ? CallByNameAsync(channel, kind, "m." + tool) : CallAsync(channel, kind));
        var prefix = (byName ? "m." : "") + tool + ": ";
        Assert.Equal(byName ? answer.ByName : answer.Generated, e is null ? null : e.GetType().Name + ": " + e.Message.Replace(prefix, "", StringComparison.Ordinal));
        Assert.True(e is null || (e is UtcpException && e.Message.StartsWith(prefix, StringComparison.Ordinal)), e?.ToString());
    }

    public static TheoryData<string> Documents => new(HostileAnswer.All.Where(answer => answer.Kind == "call").Select(answer => answer.Name));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_manual_that_cannot_be_fetched_is_a_failed_registration(string name)
    {
        var answer = HostileAnswer.All.Single(answer => answer.Kind == "call" && answer.Name == name);
        await using var server = new RawServer(answer.Answer);
        await using var channel = new UtcpChannel(new() { UseEnvironmentVariables = false, Timeout = TimeSpan.FromSeconds(answer.Generated?.StartsWith("UtcpTimeout", StringComparison.Ordinal) == true ? 1 : 60), MaxRetries = 0 });
        await using var client = new UtcpClient(new() { Channel = channel, MaxManualBytes = 1_000_000 });
        var registration = await client.RegisterManualAsync(CallTemplate.Http(server.Url, "m"));
        Assert.False(registration.IsSuccess);
        Assert.IsType<UtcpException>(registration.Error, exactMatch: false);
        Assert.Matches(@"\bm\b", registration.Error.Message);
        Assert.Empty(await client.GetManualsAsync());
    }

    private static async Task CallAsync(UtcpChannel channel, string kind)
    {
        switch (kind)
        {
            case "call":
                await new StockClient(channel).GetStockAsync("a");
                break;
            case "sse":
                await new StreamsClient(channel).WatchAnythingAsync().CountAsync();
                break;
            default:
                await new StreamsClient(channel).ListReadingsAsync().CountAsync();
                break;
        }
    }

    private static async Task CallByNameAsync(UtcpChannel channel, string kind, string tool)
    {
        await using var client = new UtcpClient(new() { Channel = channel });
        var manual = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Utcp.Integration.Tests", "Manuals", kind == "call" ? "stock.yml" : "streams.json"));
        Assert.Null((await client.RegisterManualAsync(CallTemplate.Text(manual, "m", "http", "sse", "streamable_http"))).Error);
        if (kind == "call")
        {
            await client.CallToolAsync(tool, JsonElement.Parse("""{"item":"a"}"""));
        }
        else
        {
            await client.CallToolStreamingAsync(tool).CountAsync();
        }
    }
}
