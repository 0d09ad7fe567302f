using Utcp.CodeFixes;
using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

public sealed class UnlistedEnumValueTests
{
    [Theory]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: [|\"metrik\"|])")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: [|\"Metric\"|])")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: new Units([|\"celsius\"|]))")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: new([|\"celsius\"|]))")]
    [InlineData("new Observation { Wind = 1, Units = [|\"celsius\"|] }")]
    [InlineData("units == [|\"metrik\"|]")]
    [InlineData("(Units)[|Other|]")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: \"metric\")")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: new Units(\"kelvin-only\"))")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: Units.Metric)")]
    [InlineData("client.GetForecastAsync(\"Lisbon\", units: text)")]
    [InlineData("new Units(text)")]
    [InlineData("units == \"imperial\"")]
    [InlineData("units.Value == \"metrik\"")]
    [InlineData("new Own(\"celsius\")")]
    [InlineData("(Own)\"celsius\"")]
    public Task Values(string expression) => new AnalyzerTest<UnlistedEnumValueAnalyzer> { TestCode = Using(expression), Manual = WeatherManual.Text }.RunAsync();

    [Theory]
    [InlineData("metrik", "The manual does not list \"metrik\" for 'Units'; did you mean \"metric\"?")]
    [InlineData("KELVIN_ONLY", "The manual does not list \"KELVIN_ONLY\" for 'Units'; did you mean \"kelvin-only\"?")]
    [InlineData("celsius", "The manual does not list \"celsius\" for 'Units'.")]
    public async Task The_message_guesses_what_was_meant(string value, string message)
    {
        var diagnostics = await new AnalyzerTest<UnlistedEnumValueAnalyzer> { TestCode = Using($"new Units([|\"{value}\"|])"), Manual = WeatherManual.Text }.RunAsync();

        Assert.Equal(message, Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Replaced_by_the_nearest_member() => new CodeFixTest<UnlistedEnumValueAnalyzer, ListedValueCodeFix>
    {
        Manual = WeatherManual.Text,
        TestCode = Using("client.GetForecastAsync(\"Lisbon\", units: /* a */ [|\"metrik\"|] /* b */); object p = new Units([|\"kelvinonly\"|]); object q = units != [|\"imperal\"|]"),
        FixedCode = Using("client.GetForecastAsync(\"Lisbon\", units: /* a */ Units.Metric /* b */); object p = Units.KelvinOnly; object q = units != Units.Imperial"),
    }.RunFixAsync();

    [Fact]
    public Task Not_replaced_without_a_guess() =>
        new CodeFixTest<UnlistedEnumValueAnalyzer, ListedValueCodeFix> { Manual = WeatherManual.Text, TestCode = Using("new Units([|\"celsius\"|])"), FixedCode = "" }.VerifyNoFixAsync();

    private static string Using(string expression) => $$"""
        using Acme.Weather;

        readonly record struct Own(string Value)
        {
            public static implicit operator Own(string value) => new(value);
        }

        class C
        {
            private const string Other = "celsius";

            void M(WeatherClient client, Units units, string text)
            {
                object o = {{expression}};
            }
        }
        """;
}
