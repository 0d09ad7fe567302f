using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Inputs;

/// <summary>Documents in YAML.</summary>
public sealed class YamlTests
{
    private const int LongestDocument = 700_000;

    private const string Api = """
        openapi: 3.1.0
        info: { title: Weather, version: 1.0 }
        servers:
          - url: https://api.example.com
        paths:
          /forecast/{city}:
            get:
              operationId: getForecast
              parameters:
                - { name: city, in: path, required: true, schema: { type: string } }
                - { name: mode, in: query, schema: { type: string, enum: [yes, no, on, off] } }
              responses:
                200:
                  description: ok
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Forecast' }
        components:
          schemas:
            Forecast:
              type: object
              required: [high]
              properties:
                high: { type: number }
        """;

    [Theory]
    [InlineData("weather.yaml")]
    [InlineData("weather.openapi.yml")]
    [InlineData("WEATHER.YAML")]
    public void An_OpenAPI_document_in_YAML_becomes_a_client(string path)
    {
        var result = GeneratorTest.Run(Api, path).Compiles().Reports();

        Assert.Contains("Task<Forecast> GetForecastAsync(string city, ", result.Text, StringComparison.Ordinal);
        Assert.Contains("Yes", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manual_in_YAML_becomes_a_client()
    {
        const string Manual = "utcp_version: 1.1.0\ntools:\n  - name: get_forecast\n    description: Daily forecast.\n    inputs: { type: object, properties: { city: { type: string } }, required: [city] }\n    tool_call_template:\n      call_template_type: http\n      url: https://api.example.com/forecast\n";

        Assert.Contains("GetForecastAsync(string city", GeneratorTest.Run(Manual, "weather.yaml").Compiles().Reports().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: build\non: [push]\njobs:\n  a: { steps: [] }\n")]
    [InlineData("version: 1.0\ntools:\n  - dotnet-ef\n")]
    [InlineData(": {[ no yaml at all")]
    [InlineData("")]
    public void Other_files_are_left_alone(string text)
    {
        var result = GeneratorTest.Run(text, "pipeline.yml");

        Assert.Empty(result.Sources);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void A_problem_stands_at_its_line_and_column()
    {
        var broken = GeneratorTest.Run(Api.Replace("{ type: number }", "{ type: number", StringComparison.Ordinal), "weather.yaml").Reports("UTCP001");
        var odd = GeneratorTest.Run(Api.Replace("type: number", "type: numbr", StringComparison.Ordinal), "weather.yaml").Reports("UTCP016");

        Assert.Empty(broken.Sources);
        Assert.Equal(("weather.yaml", 24, 23), Place(odd.Diagnostics[0]));
        Assert.Contains("GetForecastAsync", odd.Compiles().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Real_documents_give_the_same_code_in_YAML()
    {
        Assert.SkipWhen(Repository.Corpus is null, "There is no corpus: set UTCP_CORPUS.");
        var compared = 0;
        foreach (var file in new[] { "openapi", "manuals" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Corpus, folder), "*.json")).Where(file => new FileInfo(file).Length < LongestDocument).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            if (Parse(text) is not { } json)
            {
                continue;
            }

            var yaml = BlockYaml.Of(json);
            var (fromJson, fromYaml) = (GeneratorTest.Run(text, "doc.json"), GeneratorTest.Run(yaml, "doc.yaml"));

            Assert.True(fromYaml.Sources.Count == fromJson.Sources.Count, file + " " + string.Join("\n", fromYaml.Diagnostics) + yaml[..Math.Min(1000, yaml.Length)]);
            Assert.Equal(fromJson.Text, fromYaml.Text.Replace("doc.yaml", "doc.json", StringComparison.Ordinal));
            Assert.Equal(Messages(fromJson), Messages(fromYaml));
            compared++;
        }

        Assert.InRange(compared, 50, int.MaxValue);
    }

    [Fact]
    public void Without_YamlDotNet_a_YAML_file_is_reported_and_JSON_works()
    {
        // What the compiler does with a generator whose neighbour is missing.
        var context = new WithoutYaml();
        var generator = context.LoadFromAssemblyPath(typeof(UtcpGenerator).Assembly.Location).GetType(typeof(UtcpGenerator).FullName!)!;
        var test = new GeneratorTest { Files = { ("weather.yaml", Api), ("other.json", Sample.Minimal()) } };
        var driver = CSharpGeneratorDriver.Create(
            [((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator()], test.Files.Select(file => (AdditionalText)new ManualText(file.Path, file.Text)), null, test.Options());

        var result = driver.RunGenerators(test.Compilation(), TestContext.Current.CancellationToken).GetRunResult();

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("UTCP018", "weather.yaml"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Contains("YamlDotNet", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("class OtherClient", string.Concat(result.GeneratedTrees), StringComparison.Ordinal);
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Messages(GeneratorTestResult result) => result.Diagnostics.Select(diagnostic => diagnostic.Id + " " + diagnostic.GetMessage());

    private static (string, int, int) Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return (span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    private sealed class WithoutYaml() : AssemblyLoadContext("without YAML")
    {
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName name) => name.Name == "YamlDotNet" ? throw new FileNotFoundException("Could not load file or assembly 'YamlDotNet'.") : null;
    }
}
