using Microsoft.CodeAnalysis;
using Utcp.CodeFixes;
using Utcp.Generators.Analyzers.Code;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData("\"Lisbon\", days: [|15|]", "'days' must be at most 14, says the manual; the server may refuse 15.")]
    [InlineData("\"Lisbon\", [|0|]", "'days' must be at least 1, says the manual; the server may refuse 0.")]
    [InlineData("\"Lisbon\", days: [|-1|]", "'days' must be at least 1, says the manual; the server may refuse -1.")]
    [InlineData("\"Lisbon\", days: [|Week * 3|]", "'days' must be at most 14, says the manual; the server may refuse Week * 3.")]
    [InlineData("\"Lisbon\", height: [|0|]", "'height' must be more than 0, says the manual; the server may refuse 0.")]
    [InlineData("\"Lisbon\", height: [|0.4|]", "'height' must be at most 0.3, says the manual; the server may refuse 0.4.")]
    [InlineData("\"Lisbon\", height: [|0.25|]", "'height' must be a multiple of 0.1, says the manual; the server may refuse 0.25.")]
    [InlineData("\"Lisbon\", offset: [|5|]", "'offset' must be less than 5, says the manual; the server may refuse 5.")]
    [InlineData("[|\"L\"|]", "'city' must be at least 2 characters long, says the manual; the server may refuse \"L\".")]
    [InlineData("[|\"Llanfairpwll\"|]", "'city' must be at most 10 characters long, says the manual; the server may refuse \"Llanfairpwll\".")]
    [InlineData("[|\"lisbon\"|]", "'city' must be a text that matches ^[A-Z][a-z]+$, says the manual; the server may refuse \"lisbon\".")]
    [InlineData("[|Small|]", "'city' must be a text that matches ^[A-Z][a-z]+$, says the manual; the server may refuse Small.")]
    [InlineData("\"Lisbon\", tags: [|[]|]", "'tags' must have at least 1 element, says the manual; the server may refuse [].")]
    [InlineData("\"Lisbon\", tags: [|[\"a\", \"b\", \"c\"]|]", "'tags' must have at most 2 elements, says the manual; the server may refuse [\"a\", \"b\", \"c\"].")]
    [InlineData("\"Lisbon\", tags: [|new[] { \"a\", \"b\", \"c\" }|]", "'tags' must have at most 2 elements, says the manual; the server may refuse new[] { \"a\", \"b\", \"c\" }.")]
    [InlineData("\"Lisbon\", tags: [|new List<string> { \"a\", \"b\", \"c\" }|]", "'tags' must have at most 2 elements, says the manual; the server may refuse new List<string> { \"a\", \"b\", \"c\" }.")]
    [InlineData("\"Lisbon\", tags: [|new string[0]|]", "'tags' must have at least 1 element, says the manual; the server may refuse new string[0].")]
    [InlineData("\"Lisbon\", mail: [|\"nobody\"|]", "'mail' must be an e-mail address, says the manual; the server may refuse \"nobody\".")]
    [InlineData("\"Lisbon\", server: [|\"10.0.0.256\"|]", "'server' must be an IPv4 address, says the manual; the server may refuse \"10.0.0.256\".")]
    public async Task Arguments(string arguments, string message) => Assert.Equal(message, Assert.Single(await VerifyAsync(Calling(arguments))).GetMessage(null));

    [Theory]
    [InlineData("\"Lisbon\", days: 14, height: 0.3, offset: 4")]
    [InlineData("\"Lisbon\", days: 1, height: 0.1, offset: -4")]
    [InlineData("\"Lisbon\", days: null, tags: null, mail: null")]
    [InlineData("\"Lisbon\", days: number, tags: list")]
    [InlineData("\"Lisbon\", days: 3 * number")]
    [InlineData("\"Lisbon\", tags: [\"a\", ..list]")]
    [InlineData("\"Lisbon\", tags: new string[number]")]
    [InlineData("\"Lisbon\", tags: new List<string>(list)")]
    [InlineData("\"Lisbon\", mail: \"a@b.example\", server: \"10.0.0.255\"")]
    [InlineData("\"Lisbon\", mail: \"a b@[10.0.0.1]\"")]
    [InlineData("text")]
    [InlineData("\"Lis\\u00e1\"")]
    public Task Arguments_that_are_allowed_or_unknown(string arguments) => VerifyAsync(Calling(arguments));

    [Theory]
    [InlineData("new Observation { Wind = [|-1|] }")]
    [InlineData("new Observation { Wind = 0, Note = [|\"longer\"|] }")]
    [InlineData("new Observation { Wind = [|long.MaxValue|] }")]
    [InlineData("new Observation { Wind = 1 } with { Wind = [|-2|] }")]
    [InlineData("new Observation { Wind = long.MaxValue - 1, Note = \"short\" }")]
    [InlineData("new Observation { Wind = 0, Note = null }")]
    [InlineData("new Observation { Wind = 0, Note = \"\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\" }")]
    [InlineData("new Forecast { Days = 7 }")]
    public Task Initialisers(string expression) => VerifyAsync($$"""
        using Acme.Weather;

        class C { object o = {{expression}}; }
        """);

    [Fact]
    public Task Calls_through_the_interface_and_on_the_class_alike() => VerifyAsync("""
        using Acme.Weather;

        class C
        {
            Task M(IWeatherClient any, WeatherClient own) => Task.WhenAll(any.GetForecastAsync("Lisbon", [|15|]), own.GetForecastAsync("Lisbon", [|15|]));
        }
        """);

    [Fact]
    public async Task Clients_of_another_project()
    {
        var weather = new GeneratorTest { Files = { ("weather.json", WeatherManual.Text) } }.Run().Compiles().Compilation;
        using var file = new MemoryStream();
        Assert.True(weather.Emit(file).Success);

        await new AnalyzerTest<ConstraintAnalyzer>
        {
            TestCode = Calling("\"Lisbon\", days: [|15|]"),
            OtherReferences = { MetadataReference.CreateFromImage(file.ToArray()) },
        }.RunAsync();
    }

    [Theory]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", null)]
    [InlineData("^\\\\p{Lu}+$", "a", null)]
    [InlineData("^(?<year>[0-9]{4})$", "a", null)]
    [InlineData("^[a-z-[aeiou]]$", "a", null)]
    [InlineData("(", "a", null)]
    [InlineData("^(a)\\\\1$", "ab", null)]
    [InlineData("^[0-9]{4}-[0-9]{2}$", "2026-1", false)]
    [InlineData("^[0-9]{4}-[0-9]{2}$", "2026-11", true)]
    [InlineData("^(?!x)(?:a|b)+$", "ab", true)]
    [InlineData("b", "abc", true)]
    public void Patterns_are_matched_as_ECMAScript_or_not_at_all(string pattern, string text, bool? matches) =>
        Assert.Equal(matches, PatternMatch.Of(pattern.Replace("\\\\", "\\", StringComparison.Ordinal), text));

    [Fact]
    public Task Suppressed() => VerifyAsync("#pragma warning disable UTCP301\n" + Calling("\"Lisbon\", days: 15"));

    [Fact]
    public Task Clamped_to_the_nearest_bound() => new CodeFixTest<ConstraintAnalyzer, ClampCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = Body("""
            client.GetForecastAsync("Lisbon", days: [|15|] /* all */, offset: [|-5|]);
                    client.GetForecastAsync("Lisbon", [|0|], [|0.4|], [|+9|]);
                    client.ReportAsync(new() { Wind = [|-1|] });
            """),
        FixedCode = Body("""
            client.GetForecastAsync("Lisbon", days: 14 /* all */, offset: -4);
                    client.GetForecastAsync("Lisbon", 1, 0.3, 4);
                    client.ReportAsync(new() { Wind = 0 });
            """),
    }.RunFixAsync();

    [Theory]
    [InlineData("[|Week * 3|]")]
    [InlineData("[|Days|]")]
    public async Task Not_clamped_where_the_number_is_written_elsewhere(string days)
    {
        var test = new CodeFixTest<ConstraintAnalyzer, ClampCodeFix> { Manual = WeatherManual.Text, TestCode = Calling("\"Lisbon\", days: " + days), FixedCode = "" };

        await test.VerifyNoFixAsync();
    }

    private static Task<IReadOnlyList<Diagnostic>> VerifyAsync(string code) => new AnalyzerTest<ConstraintAnalyzer> { TestCode = code, Manual = WeatherManual.Text }.RunAsync();

    private static string Calling(string arguments) => Body($"client.GetForecastAsync({arguments});");

    private static string Body(string statements) => $$"""
        using Acme.Weather;

        class C
        {
            private const int Week = 7;
            private const int Days = 15;
            private const string Small = "lisbon";

            void M(WeatherClient client, int number, string text, IReadOnlyList<string> list)
            {
                {{statements}}
            }
        }
        """;
}
