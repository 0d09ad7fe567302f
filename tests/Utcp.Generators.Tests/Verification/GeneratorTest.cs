using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Utcp.Generators.Tests.Verification;

/// <summary>
/// A project with additional files, run through the generator. Its shape follows <c>CSharpSourceGeneratorTest</c>, which does not restore from every feed.
/// </summary>
internal sealed class GeneratorTest
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);
    private static readonly ImmutableArray<MetadataReference> References = [.. ReferencePaths().Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The additional files: path and text.</summary>
    public List<(string Path, string Text)> Files { get; } = [];

    /// <summary>The item metadata of files, by path: names such as <c>UtcpNamespace</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Metadata { get; } = [];

    /// <summary>The C# of the project.</summary>
    public List<string> Sources { get; } = [];

    public string RootNamespace { get; set; } = "Acme";

    /// <summary>Whether the project references Utcp.Runtime.</summary>
    public bool HasRuntime { get; set; } = true;

    /// <summary>Runs the generator on one manual.</summary>
    public static GeneratorTestResult Run(string manual, string path = "weather.json") => new GeneratorTest { Files = { (path, manual) } }.Run();

    public GeneratorTestResult Run()
    {
        var driver = Driver(trackSteps: false);
        var compilation = Compilation();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, CancellationToken.None);
        return new GeneratorTestResult(driver.GetRunResult(), updated);
    }

    // The compiler's record of steps grows with the cube of the number of files.
    public GeneratorDriver Driver(bool trackSteps = true) => CSharpGeneratorDriver.Create(
        [new UtcpGenerator().AsSourceGenerator()],
        Files.Select(file => (AdditionalText)new ManualText(file.Path, file.Text)),
        ParseOptions,
        Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    public TestOptions Options() => new(RootNamespace, Metadata.ToImmutableDictionary(
        pair => pair.Key,
        pair => pair.Value.ToImmutableDictionary(item => "build_metadata.AdditionalFiles." + item.Key, item => item.Value)));

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Consumer",
        Sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"Source{i}.cs")),
        References.Where(reference => HasRuntime || !reference.Display!.EndsWith("Utcp.Runtime.dll", StringComparison.Ordinal)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999));

    private static IEnumerable<string> ReferencePaths()
    {
        var framework = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator);
        return platform.Where(path => System.IO.Path.GetDirectoryName(path) == framework)
            .Append(System.IO.Path.Combine(AppContext.BaseDirectory, "Utcp.Runtime.dll"))
            .Append(System.IO.Path.Combine(AppContext.BaseDirectory, "Utcp.Manuals.dll"));
    }
}
