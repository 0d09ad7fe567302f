using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Editors;

/// <summary>What an editor shows for generated code while one writes: hover, completion, signature help, definitions, and the state in the middle of an edit.</summary>
public sealed class EditorTests
{
    private static readonly string s_weather = File.ReadAllText(Path.Combine(Repository.Root, "samples", "QuickStart", "weather.json"));

    [Theory]
    [InlineData("WeatherClient")]
    [InlineData("IWeatherClient")]
    public async Task Hover_shows_the_documentation_of_the_manual(string type)
    {
        using var project = Project($"weather.GetForecastAsync|(\"Lisbon\")", type);

        var method = await project.SymbolAsync();

        Assert.Equal(
            "Task<Forecast> " + type + ".GetForecastAsync(string city, int? days = null, Units? units = null, UtcpCallOptions? options = null, CancellationToken cancellationToken = default(CancellationToken))",
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat
                .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType)
                .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue)));
        var documentation = await project.DocumentationAsync(method);
        Assert.Equal("Daily forecast for a city.", documentation.Element("summary")?.Value.Trim());
        Assert.Equal(["city", "days", "units", "options", "cancellationToken"], documentation.Elements("param").Select(element => element.Attribute("name")!.Value));
        Assert.Equal("City name, e.g. Lisbon. At least 1 character.", Text(documentation, "city"));
        Assert.Equal("Number of days. 1 to 14; the server assumes 3 when omitted.", Text(documentation, "days"));
        Assert.Equal("T:Utcp.UtcpHttpException", documentation.Element("exception")?.Attribute("cref")?.Value);
    }

    [Theory]
    [InlineData("_ = typeof(Forecast|)", "What the weather will be in a city.")]
    [InlineData("_ = nameof(ForecastDay.Wind|)", "Average wind, null when unknown.")]
    public async Task Hover_shows_what_types_and_properties_mean(string statement, string expected)
    {
        using var project = Project(statement);

        var documentation = await project.DocumentationAsync(await project.SymbolAsync());

        Assert.Equal(expected, documentation.Element("summary")?.Value.Trim());
    }

    [Fact]
    public async Task Completion_offers_the_tools_and_nothing_of_the_plumbing()
    {
        using var project = Project("weather.|");

        Assert.Equal(["GetForecastAsync", "GetStationAsync", "ReportObservationAsync"], await project.CompletionsAsync());
    }

    [Fact]
    public async Task Completion_offers_values_of_enums_and_variables()
    {
        using var units = Project("_ = Units.|");
        using var variables = Project("_ = WeatherClient.Variables.|");

        Assert.Superset(new HashSet<string> { "Imperial", "Metric" }, (await units.CompletionsAsync()).ToHashSet());
        Assert.Equal(["WeatherApiKey", "WeatherPort"], await variables.CompletionsAsync());
    }

    [Fact]
    public async Task Signature_help_describes_each_parameter()
    {
        using var project = Project("weather.ReportObservationAsync(|)");

        var method = Assert.Single(await project.SignaturesAsync());
        var documentation = await project.DocumentationAsync(method);

        Assert.Equal(["stationId", "body", "options", "cancellationToken"], method.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([false, false, true, true], method.Parameters.Select(parameter => parameter.IsOptional));
        Assert.Equal("The station that observed.", Text(documentation, "stationId"));
        Assert.All(method.Parameters, parameter => Assert.NotEqual("", Text(documentation, parameter.Name)));
    }

    [Fact]
    public async Task Go_to_definition_leads_to_code_that_can_be_read()
    {
        using var method = Project("weather.GetForecastAsync|(\"Lisbon\")");
        using var type = Project("_ = typeof(Forecast|)");

        var (methodFile, methodText) = await method.DefinitionAsync();
        var (typeFile, typeText) = await type.DefinitionAsync();

        Assert.Equal("Acme.Weather.WeatherClient.Client.g.cs", methodFile);
        Assert.StartsWith("    /// <summary>Daily forecast for a city.</summary>\n", methodText.TrimStart('\n'), StringComparison.Ordinal);
        Assert.Contains("    public Task<Forecast> GetForecastAsync(", methodText, StringComparison.Ordinal);
        Assert.Equal("Acme.Weather.WeatherClient.Types.g.cs", typeFile);
        Assert.Contains("public sealed partial record Forecast", typeText, StringComparison.Ordinal);
        Assert.DoesNotContain(methodText.Split('\n'), line => line.Length > 320);
    }

    [Fact]
    public async Task A_manual_in_the_middle_of_an_edit_takes_nothing_else_with_it()
    {
        const string Code = "internal sealed class Alarm(Acme.Clock.IClockClient clock) { public object Clock { get; } = clock; }";
        var clock = Sample.WithTools(Sample.Tool("get_time"), Sample.Tool("set_alarm"));
        using var project = new EditorProject(Code, ("clock.json", clock), ("weather.json", s_weather));
        Assert.Empty(await project.ErrorsAsync());

        // A brace too few in one manual: the other client stays.
        project.Edit("weather.json", s_weather[..^20]);
        Assert.Contains("UTCP001", Assert.Single(await project.ErrorsAsync()), StringComparison.Ordinal);

        // A tool that is not finished: the others stay.
        project.Edit("weather.json", s_weather);
        project.Edit("clock.json", clock.Replace("\"name\": \"set_alarm\"", "\"nam\": \"set_alarm\"", StringComparison.Ordinal).Replace("\"name\":\"set_alarm\"", "\"nam\":\"set_alarm\"", StringComparison.Ordinal));
        Assert.Contains("UTCP005", Assert.Single(await project.ErrorsAsync()), StringComparison.Ordinal);

        // And back: nothing of the accident is left.
        project.Edit("clock.json", clock);
        Assert.Empty(await project.ErrorsAsync());
    }

    private static EditorProject Project(string statement, string type = "WeatherClient") => new(
        $"using Acme.Weather;\ninternal static class Program\n{{\n    private static void Main({type} weather)\n    {{\n        {statement};\n    }}\n}}\n", ("weather.json", s_weather));

    private static string Text(XElement documentation, string parameter) => documentation.Elements("param").Single(element => element.Attribute("name")!.Value == parameter).Value.Trim();
}
