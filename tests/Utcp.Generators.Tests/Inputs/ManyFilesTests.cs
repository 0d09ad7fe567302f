using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Inputs;

/// <summary>Several manuals in one project.</summary>
public sealed class ManyFilesTests
{
    private static readonly string Forecast = Sample.WithTools(Sample.Tool("get", outputs: """{ "title": "Forecast", "properties": { "x": { "type": "string" } } }"""));

    [Fact]
    public void Two_files_in_one_namespace_do_not_both_make_a_type()
    {
        var result = InOneNamespace(("b.json", Forecast), ("a.json", Forecast)).Compiles().Reports("UTCP020");

        Assert.Equal("b.json", result.Diagnostics[0].Location.GetLineSpan().Path);
        Assert.Contains("type Acme.Api.Forecast", result.Diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotNull(result.Type("Acme.Api.AClient"));
    }

    [Fact]
    public void Two_files_in_one_namespace_share_it_where_no_name_is_shared()
    {
        var result = InOneNamespace(("a.json", Forecast), ("b.json", Sample.Minimal())).Compiles().Reports();

        Assert.NotNull(result.Type("Acme.Api.AClient"));
        Assert.NotNull(result.Type("Acme.Api.BClient"));
    }

    [Fact]
    public void A_type_called_like_another_files_client_gives_way() =>
        InOneNamespace(("a.json", Sample.Minimal()), ("b.json", Sample.WithTools(Sample.Tool("get", outputs: """{ "title": "AClient", "properties": { "x": { "type": "string" } } }""")))).Compiles().Reports("UTCP020");

    [Fact]
    public void A_file_that_gave_way_keeps_no_name() =>
        InOneNamespace(("a.json", Forecast), ("b.json", Forecast), ("c.json", Sample.WithTools(Sample.Tool("get", outputs: """{ "title": "BClient", "properties": { "x": { "type": "string" } } }""")))).Compiles().Reports("UTCP020");

    private static GeneratorTestResult InOneNamespace(params (string Path, string Text)[] files)
    {
        var test = new GeneratorTest();
        foreach (var file in files)
        {
            test.Files.Add(file);
            test.Metadata[file.Path] = new() { ["UtcpNamespace"] = "Acme.Api" };
        }

        return test.Run();
    }
}
