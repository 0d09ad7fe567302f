using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Tests.Verification;

/// <summary>What the generator did with a project.</summary>
internal sealed class GeneratorTestResult(GeneratorDriverRunResult run, Compilation compilation, ImmutableArray<Diagnostic> analyzed)
{
    public Compilation Compilation { get; } = compilation;

    /// <summary>What the generator threw, or null. The compiler would report it as CS8785.</summary>
    public Exception? Exception { get; } = run.Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null);

    /// <summary>What the generator reported, by file and place.</summary>
    public ImmutableArray<Diagnostic> OfGenerator { get; } = run.Diagnostics;

    /// <summary>The same, and behind it the warnings of the analyzer of documents.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [.. run.Diagnostics, .. analyzed];

    /// <summary>The generated files, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } =
        run.Results.SelectMany(result => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources).ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>All generated text.</summary>
    public string Text => string.Join("\n", Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));

    /// <summary>Everything the compiler says about the project, warnings being errors.</summary>
    public IEnumerable<Diagnostic> CompilerDiagnostics => Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>The type with a full name.</summary>
    public INamedTypeSymbol Type(string fullName) => Compilation.GetTypeByMetadataName(fullName) ?? throw new InvalidOperationException($"No type {fullName} in:\n{Text}");

    /// <summary>Fails unless the project compiles without a warning and the generator did not crash.</summary>
    public GeneratorTestResult Compiles()
    {
        Assert.All(run.Results, result => Assert.Null(result.Exception));
        Assert.DoesNotContain(Diagnostics, diagnostic => diagnostic.Id is "UTCP900" or "AD0001");
        var complaints = CompilerDiagnostics.Take(10).Select(diagnostic => diagnostic + "\n    " + diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]).ToList();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
        return this;
    }

    /// <summary>Fails unless the static fields of all types can be made: tables of names, cases and operations.</summary>
    public GeneratorTestResult Initialises()
    {
        using var file = new MemoryStream();
        Assert.True(Compilation.Emit(file).Success);
        var failures = new List<string>();
        foreach (var type in System.Reflection.Assembly.Load(file.ToArray()).GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            try
            {
                System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (TypeInitializationException exception)
            {
                failures.Add(type.FullName + ": " + exception.InnerException);
            }
        }

        Assert.True(failures.Count == 0, failures.Count + " failed:\n" + string.Join("\n", failures.Take(6)));
        return this;
    }

    /// <summary>Fails unless exactly these ids were reported, in order of place.</summary>
    public GeneratorTestResult Reports(params string[] ids)
    {
        Assert.Equal(ids, Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => diagnostic.Id));
        return this;
    }
}
