using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Documentation.Tests.Pages;
using Utcp.Generators;

namespace Utcp.Documentation.Tests.Code;

/// <summary>Every block of C# on the pages compiles and keeps our own rules, with what the generator makes of the manuals that the page is about.</summary>
/// <remarks>
/// <c>&lt;!-- setting: name --&gt;</c> says once which file of <c>Settings</c> the blocks after it are compiled with. A block of JSON or YAML with <c>&lt;!-- manual: name.json --&gt;</c> before it is an
/// additional file for them. A block with <c>&lt;!-- generated --&gt;</c> before it shows what the generator wrote.
/// </remarks>
public sealed class CodeTests
{
    private static readonly IReadOnlyList<MetadataReference> s_references = [.. References()];

    // Every analyzer that the compiler would find.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(UtcpGenerator).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static TheoryData<string> Written => [.. Block.In("csharp").Where(block => block.Mark("generated") is null && block.Mark("file") is null).Select(block => block.Place)];

    public static TheoryData<string> Generated => [.. Block.In("csharp").Where(block => block.Mark("generated") is not null).Select(block => block.Place)];

    public static TheoryData<string> Manuals => [.. Page.All.SelectMany(page => page.Blocks).Where(block => block.Mark("manual") is not null).Select(block => block.Place)];

    [Theory]
    [MemberData(nameof(Written))]
    public async Task A_block_compiles_and_breaks_no_rule(string place)
    {
        var block = Block.At(place);
        Assert.True(block.Setting.Length > 0, $"{place}: no <!-- setting: name --> before it.");
        var project = Project(block);
        project.Sources.Add(BlockSource.Of(block, (CSharpParseOptions)project.Compilation().SyntaxTrees[0].Options));

        var result = project.Run();

        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var compilation = result.Compilation.AddReferences(s_references);
        var own = compilation.SyntaxTrees.Take(project.Sources.Count).SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics());
        var complaints = own.Concat(await compilation.WithAnalyzers(s_analyzers, new AnalyzerOptions([], project.Options())).GetAnalyzerDiagnosticsAsync())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Text).ToList();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Theory]
    [MemberData(nameof(Generated))]
    public void A_block_shows_what_the_generator_writes(string place)
    {
        var block = Block.At(place);
        var sources = Project(block).Run().Sources;

        Assert.True(sources.Values.Any(source => Excerpt.Of(source, block.Text)), $"{place}: is not what the generator writes:\n{string.Join("\n", sources.Values)}");
    }

    [Theory]
    [MemberData(nameof(Manuals))]
    public void A_manual_on_a_page_has_no_warning(string place)
    {
        var block = Block.At(place);
        var result = GeneratorTest.Run(block.Text, block.Mark("manual")!);

        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.NotEmpty(result.Sources);
    }

    private static GeneratorTest Project(Block block)
    {
        var project = Setting.Read(block.Setting).Project();
        foreach (var manual in block.Page.Blocks.Where(other => other.Line < block.Line && other.Mark("manual") is not null))
        {
            project.Files.Add((manual.Mark("manual")!, manual.Text));
        }

        return project;
    }

    private static string Text(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}: {diagnostic.Id}: {diagnostic.GetMessage(null)}";
    }

    // Everything that this project has beside what GeneratorTest gives its projects; Utcp.Generators holds the types of Utcp.Manuals a second time.
    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) != framework && Path.GetFileName(path) is not ("Utcp.Generators.dll" or "Utcp.Runtime.dll" or "Utcp.Manuals.dll" or "Utcp.Documentation.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
