using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Types;

/// <summary>What types are called, and that a growing manual renames nothing.</summary>
public sealed class TypeNameTests
{
    private const string Shape = """ "type": "object", "properties": { "x": { "type": "string" } } """;

    [Theory]
    [InlineData("""{ "title": "Daily forecast", SHAPE }""", "DailyForecast")]
    [InlineData("""{ SHAPE }""", "GetReportResult")]
    [InlineData("""{ "type": "array", "items": { SHAPE } }""", "GetReportResult")]
    [InlineData("""{ "type": "object", "properties": { "entries": { "type": "array", "items": { SHAPE } } } }""", "GetReportEntry,GetReportResult")]
    [InlineData("""{ "type": "object", "properties": { "wind": { SHAPE } } }""", "GetReportResult,GetReportWind")]
    [InlineData("""{ "type": "object", "properties": { "by_day": { "type": "object", "additionalProperties": { SHAPE } } } }""", "ByDay,GetReportResult")]
    [InlineData("""{ "$defs": { "day-forecast": { SHAPE } }, "type": "array", "items": { "$ref": "#/$defs/day-forecast" } }""", "DayForecast")]
    [InlineData("""{ "$defs": { "Day": { "title": "Another", SHAPE } }, "$ref": "#/$defs/Day" }""", "Day")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }, { SHAPE }] }""", "GetReportItem2,GetReportResults")]
    [InlineData("""{ "title": "1", SHAPE }""", "GetReportResult")]
    [InlineData("""{ "title": "Response", SHAPE }""", "GetReportResult")]
    [InlineData("""{ "title": "Report", "type": "object", "properties": { "report_kind": { "enum": ["a", "b"] }, "state": { "enum": ["a", "b"] } } }""", "Report,ReportKind,ReportState")]
    [InlineData("""{ "title": "Report", "type": "object", "properties": { "report": { SHAPE } } }""", "Report,ReportDetails")]
    [InlineData("""{ "title": "Access", "type": "object", "properties": { "a": { "enum": ["r", "w"] }, "b": { "enum": ["r", "w"] }, "c": { "enum": ["r", "w"] }, "d": { "type": "array", "items": { "enum": ["r", "w"] } } } }""", "Access,AccessValue")]
    [InlineData("""{ "oneOf": [{ "properties": { "object": { "const": "event" }, "event": { "const": "user.created" }, "x": { "type": "string" } } }, { "properties": { "object": { "const": "event" }, "event": { "const": "user.deleted" }, "x": { "type": "string" } } }] }""", "GetReportResult,GetReportResultUserCreated,GetReportResultUserDeleted")]
    [InlineData("""{ "oneOf": [{ "required": ["x"], SHAPE }, { "properties": { "x": { "type": "integer" } } }, { "properties": { "x": { "type": "boolean" } } }] }""", "GetReportResult,GetReportResultAlternative,GetReportResultDetails,GetReportResultWithX")]
    [InlineData("""{ "title": "A title that goes on for so long that nobody would want to see it as the name of a type", SHAPE }""", "GetReportResult")]
    public void Names_come_from_the_definition_the_title_or_the_place(string outputs, string names) => Assert.Equal(
        names.Split(','), Types(Sample.WithTools(Sample.Tool("get_report", "{}", outputs.Replace("SHAPE", Shape, StringComparison.Ordinal)))));

    [Fact]
    public void A_parameters_type_is_named_from_the_tool_and_the_input() => Assert.Equal(
        ["SendPlace", "Units"],
        Types(Sample.WithTools(Sample.Tool("send", $$"""{ "properties": { "place": { {{Shape}} }, "units": { "enum": ["a", "b"] } } }"""))));

    [Fact]
    public void Positions_of_a_tuple_are_named_by_number_or_title() => Assert.Equal(
        ["required string Item1", "required double Height"],
        TypeTableTests.Members(GeneratorTest.Run(Sample.WithTools(Sample.Tool("t", "{}", """{ "title": "Pair", "type": "array", "prefixItems": [{ "type": "string" }, { "type": "number", "title": "height" }] }"""))).Compiles().Type("Acme.Weather.Pair")));

    [Fact]
    public void Equal_shapes_with_one_title_are_one_type_across_tools() => Assert.Equal(
        ["Forecast"],
        Types(Sample.WithTools(Sample.Tool("a", "{}", Titled("Forecast", "x")), Sample.Tool("b", "{}", Titled("Forecast", "x")), Sample.Tool("c", $$"""{ "properties": { "body": {{Titled("Forecast", "x")}} } }"""))));

    [Fact]
    public void Different_shapes_with_one_title_are_different_types() => Assert.Equal(
        ["BResult", "Forecast"],
        Types(Sample.WithTools(Sample.Tool("a", "{}", Titled("Forecast", "x")), Sample.Tool("b", "{}", Titled("Forecast", "y")))));

    [Fact]
    public void Positions_that_differ_in_what_is_required_are_different_types() => Assert.Equal(
        2,
        Types(Sample.WithTools(
            Sample.Tool("a", "{}", """{ "title": "Pair", "type": "array", "prefixItems": [{ "type": "string" }, { "type": "string" }] }"""),
            Sample.Tool("b", "{}", """{ "title": "Pair", "type": "array", "prefixItems": [{ "type": "string" }, { "type": "string" }], "minItems": 1 }"""))).Count());

    [Fact]
    public void Hierarchies_that_differ_in_tags_are_different_types()
    {
        string Mapped(string tag) => TypeTableTests.Hierarchy.Replace("\"propertyName\": \"kind\"", $$"""
            "propertyName": "kind", "mapping": { "{{tag}}": "#/$defs/Cat" }
            """, StringComparison.Ordinal);

        var result = GeneratorTest.Run(Sample.WithTools(Sample.Tool("a", "{}", Mapped("feline")), Sample.Tool("b", "{}", Mapped("gato")))).Compiles().Reports();

        Assert.Contains("\"feline\"", result.Text, StringComparison.Ordinal);
        Assert.Contains("\"gato\"", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_of_the_users_keeps_its_name_where_a_helper_has_it_too() => Assert.Equal(
        ["Task"], Types(Sample.WithTools(Sample.Tool("a", "{}", Titled("Task", "x")))));

    [Theory]
    [InlineData("Operations", "OperationsModel")]
    [InlineData("Unknown", "UnknownModel")]
    [InlineData("Value", "Value")]
    [InlineData("EqualityContract", "EqualityContractModel")]
    public void A_name_that_emitted_code_needs_is_made_longer(string title, string name) => Assert.Equal([name], Types(Sample.WithTools(Sample.Tool("a", "{}", Titled(title, "x")))));

    [Fact]
    public void A_tool_at_the_end_renames_nothing()
    {
        string[] tools =
        [
            Sample.Tool("get_forecast", """{ "properties": { "city": { "type": "string" }, "units": { "enum": ["a", "b"] } }, "required": ["city"] }""", Titled("Forecast", "x")),
            Sample.Tool("get-forecast", "{}", Titled("Forecast", "y")),
            Sample.Tool("GetForecast", "{}", TypeTableTests.Hierarchy),
            Sample.Tool("units", """{ "properties": { "units": { "enum": ["a", "c"] }, "Units": { "type": "string" } } }""", """{ "title": "Forecast", "enum": ["x", "X", "x-"] }"""),
            Sample.Tool("get forecast", "{}", """{ "oneOf": [{ "type": "string" }, { "title": "Forecast", "properties": { "z": { "type": "string" } } }] }"""),
            Sample.Tool("Result", "{}", $$"""{ "properties": { "Result": { {{Shape}} }, "result": { {{Shape}} }, "results": { "type": "array", "items": { {{Shape}} } } } }"""),
            Sample.Tool("Operations", "{}", Titled("Get Forecast Result", "x")),
        ];
        var before = new List<string>();
        for (var count = 1; count <= tools.Length; count++)
        {
            var after = Declared(Sample.WithTools(tools[..count])).ToList();
            Assert.Empty(before.Except(after));
            before = after;
        }
    }

    private static string Titled(string title, string property) => $$"""{ "title": "{{title}}", "type": "object", "properties": { "{{property}}": { "type": "string" } } }""";

    private static IEnumerable<string> Types(string manual) => GeneratorTest.Run(manual).Compiles().Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(ns => ns.Name == "Acme")
        .GetNamespaceMembers().Single().GetTypeMembers().Select(type => type.Name).Where(name => !name.EndsWith("WeatherClient", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Everything that a user can name: types and their members with types and parameters.</summary>
    private static IEnumerable<string> Declared(string manual)
    {
        var ns = GeneratorTest.Run(manual).Compiles().Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(item => item.Name == "Acme").GetNamespaceMembers().Single();
        return ns.GetTypeMembers().SelectMany(type => type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public).Select(member => member.ToDisplayString()).Append(type.ToDisplayString()));
    }
}
