using Utcp.CodeFixes;
using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class UnawaitedCallTests
{
    private const string Call = "client.ReportAsync(new() { Wind = 1 })";

    [Theory]
    [InlineData("void M(WeatherClient client) { [|" + Call + "|]; }")]
    [InlineData("void M(WeatherClient client) => [|" + Call + "|];")]
    [InlineData("void M(IWeatherClient client) => [|" + Call + "|];")]
    [InlineData("void M(WeatherClient? client) => client?[|.ReportAsync(new() { Wind = 1 })|];")]
    [InlineData("Task M(WeatherClient client) { [|" + Call + "|]; return Task.CompletedTask; }")]
    [InlineData("void M(WeatherClient client) { Action a = () => [|" + Call + "|]; }")]
    [InlineData("async Task M(WeatherClient client) { await Task.Yield(); void N() => [|" + Call + "|]; N(); }")]
    [InlineData("void M(Utcp.Client.UtcpClient client) => [|client.CallToolAsync(\"a\")|];")]
    [InlineData("C(WeatherClient client) { [|" + Call + "|]; }")]
    [InlineData("async Task M(WeatherClient client) { " + Call + "; await Task.Yield(); }")]
    [InlineData("async Task M(WeatherClient client) { await " + Call + "; }")]
    [InlineData("void M(WeatherClient client) { _ = " + Call + "; }")]
    [InlineData("void M(WeatherClient client) { var task = " + Call + "; task.Wait(); }")]
    [InlineData("Task M(WeatherClient client) => " + Call + ";")]
    [InlineData("void M(WeatherClient client) { Func<Task> a = () => " + Call + "; }")]
    [InlineData("void M(WeatherClient client) { Task.Run(() => " + Call + "); }")]
    [InlineData("void M(WeatherClient client) => " + Call + ".GetAwaiter().GetResult();")]
    [InlineData("void M(WeatherClient client) { Action a = async () => await " + Call + "; }")]
    [InlineData("void M(HttpClient client) => client.GetAsync(\"\");")]
    public Task Calls(string member) => new AnalyzerTest<UnawaitedCallAnalyzer> { Manual = WeatherManual.Text, TestCode = In(member) }.RunAsync();

    [Theory]
    [InlineData("[|new WeatherClient(new()).ReportAsync(new() { Wind = 1 })|];")]
    [InlineData("new WeatherClient(new()).ReportAsync(new() { Wind = 1 }); await Task.Yield();")]
    public Task Programs(string statements) => new AnalyzerTest<UnawaitedCallAnalyzer> { Manual = WeatherManual.Text, TestCode = "using Acme.Weather;\n" + statements }.RunAsync();

    // The first await makes the method async; from then on the compiler reports the second call.
    [Fact]
    public Task Awaited() => new CodeFixTest<UnawaitedCallAnalyzer, AwaitCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = In(Methods("", "[|", "|]", "void", "void", "")),
        FixedCode = In(Methods("await ", "", "", "async Task", "async void", "")),
        BatchFixedCode = In(Methods("await ", "", "", "async Task", "async void", "await ")),
    }.RunFixAsync();

    [Fact]
    public Task Awaited_in_a_program() => new CodeFixTest<UnawaitedCallAnalyzer, AwaitCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = "using Acme.Weather;\n[|new WeatherClient(new()).ReportAsync(new() { Wind = 1 })|];",
        FixedCode = "using Acme.Weather;\nawait new WeatherClient(new()).ReportAsync(new() { Wind = 1 });",
    }.RunFixAsync();

    [Theory]
    [InlineData("Task M(WeatherClient client) { [|" + Call + "|]; return Task.CompletedTask; }")]
    [InlineData("C(WeatherClient client) { [|" + Call + "|]; }")]
    [InlineData("void M(WeatherClient client) { Action a = () => [|" + Call + "|]; }")]
    [InlineData("int P(WeatherClient client) { [|" + Call + "|]; return 1; }")]
    [InlineData("void M(WeatherClient client, ref int a) { [|" + Call + "|]; }")]
    [InlineData("public override string ToString() { WeatherClient client = null!; [|" + Call + "|]; return \"\"; }")]
    public Task Not_awaited_where_callers_would_have_to_change(string member) =>
        new CodeFixTest<UnawaitedCallAnalyzer, AwaitCodeFix> { Manual = WeatherManual.Text, TestCode = In(member), FixedCode = "" }.VerifyNoFixAsync();

    private static string Methods(string first, string open, string close, string plain, string handler, string second) => $$"""
        // first
            public {{plain}} M(WeatherClient client)
            {
                {{first}}{{open}}client.ReportAsync(new() { Wind = 1 }){{close}}; // one
                {{second}}{{open}}client.ReportAsync(new() { Wind = 2 }){{close}};
            }

            static {{plain}} N(WeatherClient client) => {{first}}{{open}}client.ReportAsync(new() { Wind = 1 }){{close}};

            {{handler}} Clicked(object? sender, EventArgs e)
            {
                {{plain}} Local() { {{first}}{{open}}new WeatherClient(new()).ReportAsync(new() { Wind = 1 }){{close}}; }
                Local();
                {{first}}{{open}}new WeatherClient(new()).ReportAsync(new() { Wind = 1 }){{close}};
            }
        """;

    private static string In(string member) => $$"""
        using Acme.Weather;

        class C
        {
            {{member}}
        }
        """;
}
