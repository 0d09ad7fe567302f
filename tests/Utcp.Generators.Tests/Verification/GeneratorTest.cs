using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Analyzers.Documents;

namespace Utcp.Generators.Tests.Verification;

/// <summary>
/// A project with additional files, run through the generator. Its shape follows <c>CSharpSourceGeneratorTest</c>, which does not restore from every feed.
/// </summary>
internal sealed class GeneratorTest
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);
    private static readonly ImmutableArray<MetadataReference> References = [.. ReferencePaths().Select(path => MetadataReference.CreateFromFile(path))];
    private static readonly Lazy<ImmutableArray<MetadataReference>> ClientReferences = new(() =>
        [.. new[] { "Utcp.Client.dll", "Polly.Core.dll", "Microsoft.Extensions.Logging.Abstractions.dll" }.Select(name => MetadataReference.CreateFromFile(System.IO.Path.Combine(AppContext.BaseDirectory, name)))]);

    /// <summary>The additional files: path and text.</summary>
    public List<(string Path, string Text)> Files { get; } = [];

    /// <summary>The item metadata of files, by path: names such as <c>UtcpNamespace</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Metadata { get; } = [];

    /// <summary>The entries of a .globalconfig without section.</summary>
    public Dictionary<string, string> GlobalConfig { get; } = [];

    /// <summary>The entries of sections of a .globalconfig that name a file, by its path.</summary>
    public Dictionary<string, Dictionary<string, string>> FileConfig { get; } = [];

    /// <summary>The C# of the project.</summary>
    public List<string> Sources { get; } = [];

    public string RootNamespace { get; set; } = "Acme";

    /// <summary>Whether the project references Utcp.Runtime.</summary>
    public bool HasRuntime { get; set; } = true;

    /// <summary>Whether the project references Utcp.Client too, and the packages that the surface of the runtime mentions.</summary>
    public bool HasClient { get; set; }

    /// <summary>Runs the generator on one manual.</summary>
    public static GeneratorTestResult Run(string manual, string path = "weather.json") => new GeneratorTest { Files = { (path, manual) } }.Run();

    public GeneratorTestResult Run()
    {
        var files = AdditionalTexts();
        var driver = Driver(files, trackSteps: false).RunGeneratorsAndUpdateCompilation(Compilation(), out var updated, out _, CancellationToken.None);

        // The analyzer of documents looks at no C#, which would only be bound for it.
        var documents = CSharpCompilation.Create("Documents", options: (CSharpCompilationOptions)updated.Options);
        return new GeneratorTestResult(driver.GetRunResult(), updated, [.. Analyze(documents, files, [new ManualAnalyzer()]).Where(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)]);
    }

    /// <summary>What the analyzer of documents says alone, where no generator ran.</summary>
    public IReadOnlyList<Diagnostic> AnalyzeDocuments() =>
        [.. Analyze(CSharpCompilation.Create("Documents"), AdditionalTexts(), [new ManualAnalyzer()]).OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    // The compiler's record of steps grows with the cube of the number of files.
    public GeneratorDriver Driver(bool trackSteps = true) => Driver(AdditionalTexts(), trackSteps);

    private ImmutableArray<AdditionalText> AdditionalTexts() => [.. Files.Select(file => new ManualText(file.Path, file.Text))];

    private ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<AdditionalText> files, DiagnosticAnalyzer[] analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions(files, Options()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(compilation, [.. analyzers], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private GeneratorDriver Driver(IEnumerable<AdditionalText> files, bool trackSteps) => CSharpGeneratorDriver.Create(
        [new UtcpGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    public TestOptions Options() => new(
        GlobalConfig.ToImmutableDictionary().Add("build_property.RootNamespace", RootNamespace),
        Metadata.Keys.Union(FileConfig.Keys).ToImmutableDictionary(path => path, OptionsOf));

    /// <summary>What the generator and our analyzers of these kinds say about the project, by place.</summary>
    public IReadOnlyList<Diagnostic> Analyze(params DiagnosticAnalyzer[] analyzers) => Analyze(ReportDiagnostic.Error, analyzers);

    /// <summary>The same where warnings are what <paramref name="warnings"/> says.</summary>
    public IReadOnlyList<Diagnostic> Analyze(ReportDiagnostic warnings, DiagnosticAnalyzer[] analyzers)
    {
        var project = Compilation();
        project = project.WithOptions(project.Options.WithGeneralDiagnosticOption(warnings));
        var files = AdditionalTexts();
        Driver(files, trackSteps: false).RunGeneratorsAndUpdateCompilation(project, out var compilation, out var generated);
        return [.. generated.Concat(Analyze(compilation, files, analyzers)).OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private ImmutableDictionary<string, string> OptionsOf(string path)
    {
        var metadata = Metadata.TryGetValue(path, out var items) ? items.Select(item => KeyValuePair.Create("build_metadata.AdditionalFiles." + item.Key, item.Value)) : [];
        return metadata.Concat(FileConfig.TryGetValue(path, out var entries) ? entries : []).ToImmutableDictionary();
    }

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Consumer",
        Sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"Source{i}.cs")),
        References.Where(reference => HasRuntime || !reference.Display!.EndsWith("Utcp.Runtime.dll", StringComparison.Ordinal)).Concat(HasClient ? ClientReferences.Value : []),
        new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999));

    private bool IsProgram => Sources.Any(text => CSharpSyntaxTree.ParseText(text, ParseOptions).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());

    private static IEnumerable<string> ReferencePaths()
    {
        var framework = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator);
        return platform.Where(path => System.IO.Path.GetDirectoryName(path) == framework)
            .Append(System.IO.Path.Combine(AppContext.BaseDirectory, "Utcp.Runtime.dll"))
            .Append(System.IO.Path.Combine(AppContext.BaseDirectory, "Utcp.Manuals.dll"));
    }
}
