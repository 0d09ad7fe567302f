using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class UnreadStreamTests
{
    [Theory]
    [InlineData("[|client.WatchAsync()|];")]
    [InlineData("[|any.WatchAsync()|];")]
    [InlineData("_ = [|client.WatchAsync()|];")]
    [InlineData("client?[|.WatchAsync()|];")]
    [InlineData("var alerts = [|client.WatchAsync()|];")]
    [InlineData("[|client.WatchAsync().AsSseItems()|];")]
    [InlineData("[|dynamic.CallToolStreamingAsync(\"a\")|];")]
    [InlineData("Action watch = () => [|client.WatchAsync()|];")]
    [InlineData("await foreach (var alert in client.WatchAsync()) { }")]
    [InlineData("var alerts = client.WatchAsync(); await foreach (var alert in alerts) { }")]
    [InlineData("var alerts = client.WatchAsync(); Use(alerts);")]
    [InlineData("var alerts = client.WatchAsync(); Action use = () => Use(alerts);")]
    [InlineData("Use(client.WatchAsync());")]
    [InlineData("Func<object> watch = () => client.WatchAsync();")]
    [InlineData("_field = client.WatchAsync();")]
    [InlineData("Own();")]
    [InlineData("await using var alerts = client.WatchAsync().GetAsyncEnumerator();")]
    [InlineData("client.ReportAsync(new() { Wind = 1 });")]
    public Task Streams(string statements) => new AnalyzerTest<UnreadStreamAnalyzer>
    {
        Manual = WeatherManual.Text,
        TestCode = $$"""
            using Acme.Weather;

            class C
            {
                private object? _field;

                static void Use(object o) { }

                static async IAsyncEnumerable<string> Own() { await Task.Yield(); yield return ""; }

                async Task M(WeatherClient client, IWeatherClient any, Utcp.Client.UtcpClient dynamic)
                {
                    {{statements}}
                    await Task.Yield();
                }
            }
            """,
    }.RunAsync();
}
