using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Benchmarks.Generation;

/// <summary>The generator in a project with a manual of 500 tools (about 500 KB), driven as the compiler does.</summary>
[MemoryDiagnoser]
[Config(typeof(ShortRuns))]
public class GeneratorBenchmarks
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);
    private static readonly MetadataReference[] References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(UtcpChannel).Assembly.Location)];

    private readonly Memory _manual = new("many.json", ManyTools.Manual(500));
    private readonly Memory _edited = new("many.json", ManyTools.Manual(500, "_x"));
    private readonly Memory _small = new("small.json", ManyTools.Manual(1));
    private readonly Memory _smallEdited = new("small.json", ManyTools.Manual(1, "_x"));
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _otherCompilation = null!;
    private GeneratorDriver _fresh = null!;
    private GeneratorDriver _ran = null!;

    [GlobalSetup]
    public void Setup()
    {
        var tree = CSharpSyntaxTree.ParseText("class A { }", Parse, "A.cs");
        _compilation = CSharpCompilation.Create("Consumer", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _otherCompilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From("class A { int _b; }")));
        _fresh = CSharpGeneratorDriver.Create([NewGenerator()], [_manual, _small], Parse);
        _ran = _fresh.RunGenerators(_compilation);
        if (_ran.GetRunResult().GeneratedTrees.Length < 4)
        {
            throw new InvalidOperationException("Nothing was generated.");
        }
    }

    [Benchmark(Description = "500 tools, all anew")]
    public GeneratorDriver All() => _fresh.RunGenerators(_compilation);

    [Benchmark(Description = "500 tools, unrelated C# edit")]
    public GeneratorDriver UnrelatedEdit() => _ran.RunGenerators(_otherCompilation);

    [Benchmark(Description = "500 tools, edit of the manual")]
    public GeneratorDriver ManualEdit() => _ran.ReplaceAdditionalText(_manual, _edited).RunGenerators(_compilation);

    [Benchmark(Description = "1 tool beside 500, edit of the small manual")]
    public GeneratorDriver SmallEdit() => _ran.ReplaceAdditionalText(_small, _smallEdited).RunGenerators(_compilation);

    // Loaded by path: as the compiler does, and because its types are also those of Utcp.Manuals.
    internal static ISourceGenerator NewGenerator()
    {
        var path = typeof(GeneratorBenchmarks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GeneratorPath").Value!;
        return ((IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetType("Utcp.Generators.UtcpGenerator", throwOnError: true)!)!).AsSourceGenerator();
    }

    private sealed class Memory(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
