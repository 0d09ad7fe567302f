using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Benchmarks.Generation;

/// <summary>The first run in a process, nothing compiled yet: what the first build after starting the compiler pays. Measured once per process, so start it several times.</summary>
internal static class ColdRun
{
    public static void Run()
    {
        var compilation = CSharpCompilation.Create("Consumer", [], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var manual = new Text(ManyTools.Manual(500));
        var driver = CSharpGeneratorDriver.Create([GeneratorBenchmarks.NewGenerator()], [manual]);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var result = driver.RunGenerators(compilation).GetRunResult();
        watch.Stop();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine($"500 tools, cold: {watch.Elapsed.TotalMilliseconds:0} ms, {bytes / 1024 / 1024} MB, {result.GeneratedTrees.Length} files");
    }

    private sealed class Text(string text) : AdditionalText
    {
        public override string Path => "many.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
