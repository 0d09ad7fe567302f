using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests.Compiled;

/// <summary>What the generator made of a document: compiled strictly and, when it has to run, loaded so that it can be thrown away.</summary>
internal sealed class LoadedClient : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);

    private LoadedClient(GeneratorTestResult result, MemoryStream file)
    {
        Result = result;
        Types = _context.LoadFromStream(file).GetTypes();
    }

    public GeneratorTestResult Result { get; }

    /// <summary>All types of the generated assembly.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Generates, twice with equal bytes, compiles without a warning, and loads.</summary>
    public static LoadedClient Of(string name, string text)
    {
        var result = Run(name, text);
        Assert.Null(result.Exception);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "UTCP900");
        Assert.Equal(result.Text, Run(name, text).Text);

        var file = new MemoryStream();
        var emitted = result.Compilation.Emit(file, xmlDocumentationStream: Stream.Null);
        var complaints = emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10)
            .Select(diagnostic => diagnostic + "\n    " + diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]).ToList();
        Assert.True(emitted.Success && complaints.Count == 0, name + ":\n" + string.Join("\n", complaints));
        file.Position = 0;
        return new LoadedClient(result, file);
    }

    public void Dispose() => _context.Unload();

    private static GeneratorTestResult Run(string name, string text) =>
        new GeneratorTest { Files = { (name, text) }, Metadata = { [name] = new() { ["UtcpKind"] = "Manual" } } }.Run();
}
