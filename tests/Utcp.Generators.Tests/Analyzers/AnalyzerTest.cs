using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Generators.Tests.Analyzers;

/// <summary>
/// A C# file, analyzed together with the client of a manual, the runtime and Utcp.Client. Its shape follows <c>CSharpAnalyzerTest</c>, which does not restore from every feed.
/// </summary>
internal class AnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Utcp;
        """;

    /// <summary>The file, marked where diagnostics are expected.</summary>
    public required string TestCode { get; init; }

    /// <summary>Further files of the project, marked too.</summary>
    public List<string> OtherCode { get; } = [];

    /// <summary>The manual whose client the file uses, or null.</summary>
    public string? Manual { get; init; }

    /// <summary>The entries of a .globalconfig.</summary>
    public Dictionary<string, string> GlobalConfig { get; } = [];

    /// <summary>The projects or packages that are referenced beside the usual ones.</summary>
    public List<MetadataReference> OtherReferences { get; } = [];

    /// <summary>Fails unless exactly what is marked is reported.</summary>
    /// <param name="code">The file.</param>
    /// <returns>The diagnostics, by place.</returns>
    public static Task<IReadOnlyList<Diagnostic>> VerifyAsync(string code) => new AnalyzerTest<TAnalyzer> { TestCode = code }.RunAsync();

    /// <summary>Fails unless exactly what is marked is reported.</summary>
    /// <returns>The diagnostics, by place.</returns>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync()
    {
        var sources = Sources();
        var compilation = Compile(sources);
        var diagnostics = await AnalyzeAsync(compilation);

        var expected = sources.SelectMany((source, i) => source.Spans.Select(mark => (File: Path(i), mark.Id, mark.Span, Text: source.Text.Substring(mark.Span.Start, mark.Span.Length))));
        var actual = diagnostics.Select(diagnostic => (File: diagnostic.Location.SourceTree!.FilePath, diagnostic.Id, Span: diagnostic.Location.SourceSpan, Text: diagnostic.Location.SourceTree.GetText().ToString(diagnostic.Location.SourceSpan)));
        var single = new TAnalyzer().SupportedDiagnostics is [var only] ? only.Id : "";
        Assert.Equal(expected.Select(mark => mark with { Id = mark.Id.Length == 0 ? single : mark.Id }), actual);
        return diagnostics;
    }

    /// <summary>What the analyzer says about the marked files.</summary>
    protected async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], Project().Options()),
            onAnalyzerException: (exception, _, _) => Assert.Fail(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, [new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The marked files.</summary>
    protected IReadOnlyList<MarkedSource> Sources() => [MarkedSource.Parse(TestCode), .. OtherCode.Select(MarkedSource.Parse)];

    /// <summary>The project with generated clients. It has no errors.</summary>
    protected CSharpCompilation Compile(IReadOnlyList<MarkedSource> sources)
    {
        var test = Project();
        var parseOptions = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source.Text, parseOptions, Path(i))).Append(CSharpSyntaxTree.ParseText(ImplicitUsings, parseOptions, "Usings.cs")).ToList();
        var isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        var project = test.Compilation();
        project = project
            .AddReferences(OtherReferences)
            .AddSyntaxTrees(trees)
            .WithOptions(project.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        test.Driver(trackSteps: false).RunGeneratorsAndUpdateCompilation(project, out var compilation, out _);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return (CSharpCompilation)compilation;
    }

    /// <summary>The path of a marked file.</summary>
    protected static string Path(int file) => $"Test{file}.cs";

    private GeneratorTest Project()
    {
        var test = new GeneratorTest { HasClient = true };
        if (Manual is not null)
        {
            test.Files.Add(("weather.json", Manual));
        }

        foreach (var entry in GlobalConfig)
        {
            test.GlobalConfig.Add(entry.Key, entry.Value);
        }

        return test;
    }
}
