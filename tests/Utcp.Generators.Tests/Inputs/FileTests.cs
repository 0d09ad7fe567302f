using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Inputs;

public sealed class FileTests
{
    [Theory]
    [InlineData("weather.json", "Acme.Weather.WeatherClient")]
    [InlineData("dir/weather.manual.json", "Acme.Weather.WeatherClient")]
    [InlineData("C:\\x\\my-weather.utcp.json", "Acme.MyWeather.MyWeatherClient")]
    [InlineData("manual.json", "Acme.Manual.ManualClient")]
    public void The_client_is_named_after_the_file(string path, string client) =>
        Assert.NotNull(GeneratorTest.Run(Sample.Minimal(), path).Compilation.GetTypeByMetadataName(client));

    [Fact]
    public void A_file_with_a_generic_name_takes_the_title_of_the_manual()
    {
        var result = GeneratorTest.Run("""{ "utcp_version": "1.1.0", "info": { "title": "Star Trek" }, "tools": [] }""", "manual.json");

        result.Type("Acme.StarTrek.StarTrekClient");
    }

    [Theory]
    [InlineData("{ \"$schema\": \"x\", \"settings\": {} }")]
    [InlineData("{ \"version\": 1, \"isRoot\": true, \"tools\": { \"a\": {} } }")]
    [InlineData("[1, 2]")]
    [InlineData("not json")]
    [InlineData("")]
    public void Other_files_are_left_alone(string text)
    {
        var result = GeneratorTest.Run(text, "stylecop.json");

        Assert.Empty(result.Sources);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void A_UtcpManual_item_that_is_no_manual_is_an_error()
    {
        var test = new GeneratorTest { Files = { ("x.json", "{}") }, Metadata = { ["x.json"] = new() { ["UtcpKind"] = "Manual" } } };

        var diagnostic = Assert.Single(test.Run().Diagnostics);

        Assert.Equal("UTCP002", diagnostic.Id);
    }

    [Fact]
    public void Options_of_a_UtcpManual_item_are_honoured()
    {
        var test = new GeneratorTest
        {
            Files = { ("x.json", Sample.WithTools(Sample.Tool("repos_list"), Sample.Tool("repos_get"), Sample.Tool("issues_list"))) },
            Metadata = { ["x.json"] = new() { ["UtcpKind"] = "Manual", ["UtcpNamespace"] = "Some.Place", ["UtcpClientName"] = "Api", ["UtcpIncludeTools"] = "repos_*; nope", ["UtcpExcludeTools"] = "*_get" } },
        };

        var result = test.Run().Reports("UTCP103");

        var methods = result.Type("Some.Place.Api").GetMembers().Select(member => member.Name).Where(name => name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Equal(["ReposListAsync"], methods);
        Assert.Contains("'nope'", result.Diagnostics[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_options_are_reported_and_the_defaults_used()
    {
        var test = new GeneratorTest
        {
            Files = { ("x.json", Sample.Minimal()) },
            Metadata = { ["x.json"] = new() { ["UtcpKind"] = "Manual", ["UtcpNamespace"] = "1.2", ["UtcpClientName"] = "a b" } },
        };

        var result = test.Run();

        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("UTCP019", diagnostic.Id));
        result.Type("Acme.X.XClient");
    }

    [Fact]
    public void Two_files_with_one_client_give_one_client_and_an_error_at_the_other()
    {
        var test = new GeneratorTest { Files = { ("b/weather.json", Sample.Minimal("b")), ("a/weather.json", Sample.Minimal("a")) } };

        var result = test.Run().Reports("UTCP020");

        Assert.Equal("b/weather.json", result.Diagnostics[0].Location.GetLineSpan().Path);
        Assert.Contains(result.Type("Acme.Weather.WeatherClient").GetMembers(), member => member.Name == "AAsync");
    }

    [Fact]
    public void A_project_without_the_runtime_is_told_so_once()
    {
        var test = new GeneratorTest { Files = { ("a.json", Sample.Minimal()), ("b.json", Sample.Minimal()) }, HasRuntime = false };

        Assert.Equal("UTCP021", Assert.Single(test.Run().Diagnostics).Id);
    }

    [Fact]
    public void Invalid_JSON_is_reported_where_it_is_and_costs_no_other_file()
    {
        var test = new GeneratorTest { Files = { ("bad.json", "{ \"utcp_version\": \"1.1.0\",\n  \"tools\": [ { \"name\": } ] }"), ("good.json", Sample.Minimal()) } };

        var result = test.Run().Reports("UTCP001");

        var span = result.Diagnostics[0].Location.GetLineSpan();
        Assert.Equal(("bad.json", 1, 23), (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character));
        result.Type("Acme.Good.GoodClient");
    }
}
