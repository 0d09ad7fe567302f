using Utcp.CodeFixes;
using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class ChannelTests
{
    [Theory]
    [InlineData("var channel = [|new UtcpChannel()|]; await new WeatherClient(channel).ReportAsync(o);")]
    [InlineData("UtcpChannel channel = [|new()|]; var client = new WeatherClient(channel); await client.ReportAsync(o);")]
    [InlineData("var channel = [|new UtcpChannel()|]; IWeatherClient client = new WeatherClient(channel, null); await client.ReportAsync(o); await client.ReportAsync(o);")]
    [InlineData("await new WeatherClient([|new UtcpChannel()|]).ReportAsync(o);")]
    [InlineData("var client = new WeatherClient([|new UtcpChannel()|]); await foreach (var alert in client.WatchAsync()) { }")]
    [InlineData("_ = [|new UtcpChannel()|];")]
    [InlineData("var client = [|new Utcp.Client.UtcpClient()|]; await client.CallToolAsync(\"a\");")]
    [InlineData("using var channel = new UtcpChannel(); await new WeatherClient(channel).ReportAsync(o);")]
    [InlineData("await using var channel = new UtcpChannel(); await new WeatherClient(channel).ReportAsync(o);")]
    [InlineData("await using (var channel = new UtcpChannel()) { }")]
    [InlineData("using (new UtcpChannel()) { }")]
    [InlineData("var channel = new UtcpChannel(); using (channel) { }")]
    [InlineData("var channel = new UtcpChannel(); try { } finally { channel.Dispose(); }")]
    [InlineData("var channel = new UtcpChannel(); try { } finally { await channel.DisposeAsync(); }")]
    [InlineData("UtcpChannel? channel = new UtcpChannel(); channel?.Dispose();")]
    [InlineData("_channel = new UtcpChannel();")]
    [InlineData("_channel ??= new UtcpChannel();")]
    [InlineData("var channel = new UtcpChannel(); _channel = channel;")]
    [InlineData("var channel = new UtcpChannel(); _client = new WeatherClient(channel);")]
    [InlineData("_client = new WeatherClient(new UtcpChannel());")]
    [InlineData("Use(new UtcpChannel());")]
    [InlineData("var channel = new UtcpChannel(); Use(channel);")]
    [InlineData("var channel = new UtcpChannel(); var client = new WeatherClient(channel); Use(client);")]
    [InlineData("var channel = new UtcpChannel(); Action use = () => Use(channel);")]
    [InlineData("var list = new List<UtcpChannel> { new UtcpChannel() };")]
    [InlineData("UtcpChannel[] list = [new UtcpChannel()];")]
    [InlineData("var client = new Utcp.Client.UtcpClient(new() { Channel = new UtcpChannel() }); Use(client);")]
    [InlineData("var other = new System.IO.MemoryStream();")]
    public Task Disposed(string statements) => new AnalyzerTest<ChannelNotDisposedAnalyzer> { Manual = WeatherManual.Text, TestCode = Method(statements) }.RunAsync();

    [Theory]
    [InlineData("static UtcpChannel M() => new UtcpChannel();")]
    [InlineData("static WeatherClient M() => new(new UtcpChannel());")]
    [InlineData("static WeatherClient M() { var channel = new UtcpChannel(); return new WeatherClient(channel); }")]
    [InlineData("static IAsyncEnumerable<string> M() { var channel = new UtcpChannel(); return new WeatherClient(channel).WatchAsync(); }")]
    [InlineData("static readonly UtcpChannel Shared = new();")]
    [InlineData("static readonly WeatherClient Shared = new(new UtcpChannel());")]
    [InlineData("UtcpChannel Shared { get; } = new();")]
    [InlineData("static readonly Lazy<UtcpChannel> Shared = new(() => new UtcpChannel());")]
    public Task Kept_beyond_the_code(string member) => new AnalyzerTest<ChannelNotDisposedAnalyzer> { Manual = WeatherManual.Text, TestCode = "using Acme.Weather;\nclass C { " + member + " }" }.RunAsync();

    [Fact]
    public Task A_program() => new AnalyzerTest<ChannelNotDisposedAnalyzer>
    {
        Manual = WeatherManual.Text,
        TestCode = "using Acme.Weather;\nvar channel = [|new UtcpChannel()|];\nawait new WeatherClient(channel).ReportAsync(new() { Wind = 1 });",
    }.RunAsync();

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { await using var channel = [|new UtcpChannel()|]; await new WeatherClient(channel).ReportAsync(o); }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { await new WeatherClient([|new UtcpChannel()|]).ReportAsync(o); }")]
    [InlineData("while (true) { using (var channel = [|new UtcpChannel()|]) { break; } }")]
    [InlineData("do { var channel = [|new UtcpChannel()|]; } while (o is null);")]
    [InlineData("foreach (var host in new[] { \"a\" }) { all[host] = new UtcpChannel(); }")]
    [InlineData("foreach (var host in new[] { \"a\" }) { var channel = new UtcpChannel(); all.Add(host, channel); }")]
    [InlineData("foreach (var host in new[] { \"a\" }) { Use(new UtcpChannel()); }")]
    [InlineData("foreach (var key in new[] { \"a\" }) { await using var channel = new UtcpChannel(new() { Variables = { [\"KEY\"] = key } }); }")]
    [InlineData("foreach (var key in new[] { \"a\" }) { await using var channel = [|new UtcpChannel(new() { VariableSource = name => name })|]; }")]
    [InlineData("foreach (var i in new[] { 1 }) { Func<UtcpChannel> make = () => new UtcpChannel(); }")]
    [InlineData("var channels = new[] { \"a\" }.Select(host => new UtcpChannel()).ToList();")]
    [InlineData("await using var channel = new UtcpChannel(); foreach (var i in new[] { 1 }) { await new WeatherClient(channel).ReportAsync(o); }")]
    public Task In_loops(string statements) => new AnalyzerTest<ChannelPerCallAnalyzer> { Manual = WeatherManual.Text, TestCode = Method(statements) }.RunAsync();

    [Theory]
    [InlineData("UtcpChannel Channel => [|new UtcpChannel()|];")]
    [InlineData("UtcpChannel Channel { get { return [|new UtcpChannel()|]; } }")]
    [InlineData("UtcpChannel Channel => _channel ??= new UtcpChannel();")]
    [InlineData("UtcpChannel Channel { get; } = new UtcpChannel();")]
    [InlineData("UtcpChannel Make() => new UtcpChannel();")]
    public Task In_properties(string member) => new AnalyzerTest<ChannelPerCallAnalyzer> { TestCode = "class C { UtcpChannel? _channel; " + member + " }" }.RunAsync();

    [Theory]
    [InlineData("app.MapGet(\"/\", async () => { await using var channel = [|new UtcpChannel()|]; await new WeatherClient(channel).ReportAsync(o); });")]
    [InlineData("services.AddScoped(provider => [|new UtcpChannel()|]);")]
    [InlineData("services.AddTransient(provider => { return [|new UtcpChannel()|]; });")]
    [InlineData("services.AddSingleton(provider => new UtcpChannel());")]
    [InlineData("Use(async () => { await using var channel = new UtcpChannel(); });")]
    public Task In_lambdas_of_requests(string statements) => new AnalyzerTest<ChannelPerCallAnalyzer> { Manual = WeatherManual.Text, TestCode = Method(statements) + AspNetCore }.RunAsync();

    [Theory]
    [InlineData("public async Task Get() { await using var channel = [|new UtcpChannel()|]; }")]
    [InlineData("public async Task Get() { await using var channel = Make(); } private static UtcpChannel Make() => new UtcpChannel();")]
    [InlineData("private readonly UtcpChannel _channel = new();")]
    public Task In_controllers(string member) => new AnalyzerTest<ChannelPerCallAnalyzer> { TestCode = "class C : Microsoft.AspNetCore.Mvc.ControllerBase { " + member + " }" + AspNetCore }.RunAsync();

    [Fact]
    public Task One_word_about_a_channel_that_is_made_in_a_loop_and_never_disposed() =>
        new AnalyzerTest<ChannelNotDisposedAnalyzer> { Manual = WeatherManual.Text, TestCode = Method("while (o is not null) { var channel = new UtcpChannel(); }") }.RunAsync();

    [Fact]
    public Task Disposed_by_the_fix() => new CodeFixTest<ChannelNotDisposedAnalyzer, DisposeChannelCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = Method("""
            var channel = [|new UtcpChannel()|]; // shared
                    await new WeatherClient(channel).ReportAsync(o);
                    void Local()
                    {
                        // one
                        UtcpChannel second = [|new()|];
                        _ = second.ToString();
                    }

                    Local();
                    var client = [|new Utcp.Client.UtcpClient()|];
                    await client.CallToolAsync("a");
            """),
        FixedCode = Method("""
            await using var channel = new UtcpChannel(); // shared
                    await new WeatherClient(channel).ReportAsync(o);
                    void Local()
                    {
                        // one
                        using UtcpChannel second = new();
                        _ = second.ToString();
                    }

                    Local();
                    await using var client = new Utcp.Client.UtcpClient();
                    await client.CallToolAsync("a");
            """),
    }.RunFixAsync();

    [Fact]
    public Task Disposed_by_the_fix_in_a_program() => new CodeFixTest<ChannelNotDisposedAnalyzer, DisposeChannelCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = "using Acme.Weather;\n\nvar channel = [|new UtcpChannel()|];\nawait new WeatherClient(channel).ReportAsync(new() { Wind = 1 });",
        FixedCode = "using Acme.Weather;\n\nawait using var channel = new UtcpChannel();\nawait new WeatherClient(channel).ReportAsync(new() { Wind = 1 });",
    }.RunFixAsync();

    [Theory]
    [InlineData("await new WeatherClient([|new UtcpChannel()|]).ReportAsync(o);")]
    [InlineData("switch (o) { case null: var channel = [|new UtcpChannel()|]; break; }")]
    public Task Not_disposed_by_the_fix(string statements) =>
        new CodeFixTest<ChannelNotDisposedAnalyzer, DisposeChannelCodeFix> { Manual = WeatherManual.Text, TestCode = Method(statements), FixedCode = "" }.VerifyNoFixAsync();

    [Fact]
    public Task Shared_by_the_fix() => new CodeFixTest<ChannelPerCallAnalyzer, ShareChannelCodeFix>
    {
        TestCode = """
            class C
            {
                private int _count;

                // Where calls go through.
                public UtcpChannel Channel => [|new UtcpChannel(new UtcpChannelOptions { MaxRetries = 1 })|];

                public UtcpChannel Other { get { return [|new()|]; } }

                async Task M()
                {
                    for (_count = 0; _count < 3; _count++)
                    {
                        await using var channel = [|new UtcpChannel()|]; // one per round
                        _ = channel.ToString();
                    }
                }
            }
            """,
        FixedCode = """
            class C
            {
                private static readonly UtcpChannel s_channel = new UtcpChannel();
                private int _count;

                // Where calls go through.
                public UtcpChannel Channel { get; } = new UtcpChannel(new UtcpChannelOptions { MaxRetries = 1 });

                public UtcpChannel Other { get; } = new();

                async Task M()
                {
                    for (_count = 0; _count < 3; _count++)
                    {
                        var channel = s_channel; // one per round
                        _ = channel.ToString();
                    }
                }
            }
            """,
    }.RunFixAsync();

    [Theory]
    [InlineData("var n = all.Count; foreach (var i in new[] { 1, 2 }) { await using var channel = [|new UtcpChannel(new UtcpChannelOptions { MaxRetries = n })|]; }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { await new WeatherClient([|new UtcpChannel()|]).ReportAsync(o); }")]
    public Task Not_shared_by_the_fix(string statements) =>
        new CodeFixTest<ChannelPerCallAnalyzer, ShareChannelCodeFix> { Manual = WeatherManual.Text, TestCode = Method(statements), FixedCode = "" }.VerifyNoFixAsync();

    private const string AspNetCore = """

        namespace Microsoft.AspNetCore.Builder
        {
            interface IEndpoints;

            static class Endpoints
            {
                public static void MapGet(this IEndpoints app, string pattern, Delegate handler) { }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            interface IServices;

            static class Services
            {
                public static void AddScoped<T>(this IServices services, Func<IServiceProvider, T> make) { }
                public static void AddTransient<T>(this IServices services, Func<IServiceProvider, T> make) { }
                public static void AddSingleton<T>(this IServices services, Func<IServiceProvider, T> make) { }
            }
        }

        namespace Microsoft.AspNetCore.Mvc
        {
            abstract class ControllerBase;
        }
        """;

    private static string Method(string statements) => (statements.Contains("app.", StringComparison.Ordinal) || statements.Contains("services.", StringComparison.Ordinal)
        ? "using Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.DependencyInjection;\n" : "") + $$"""
        using Acme.Weather;

        class C
        {
            private UtcpChannel? _channel;
            private WeatherClient? _client;

            static void Use(object? o) { }

            static void Use(Func<Task> o) { }

            async Task M(Observation o, Dictionary<string, UtcpChannel> all{{(statements.Contains("app.", StringComparison.Ordinal) ? ", IEndpoints app" : statements.Contains("services.", StringComparison.Ordinal) ? ", IServices services" : "")}})
            {
                {{statements}}
                await Task.Yield();
                Use(_channel);
                Use(_client);
            }
        }
        """;
}
