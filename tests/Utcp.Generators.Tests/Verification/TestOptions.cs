using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Tests.Verification;

/// <summary>The properties, item metadata and configuration that MSBuild and the compiler would hand to the generator and the analyzers.</summary>
/// <param name="global">Properties and the entries of a .globalconfig without section: they are options of every file too.</param>
/// <param name="byPath">Item metadata, and the entries of sections that name a file, by its path.</param>
internal sealed class TestOptions(ImmutableDictionary<string, string> global, ImmutableDictionary<string, ImmutableDictionary<string, string>> byPath) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(global);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

    private Values Of(string path) => new(byPath.TryGetValue(path, out var own) ? global.SetItems(own) : global);

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        // The attribute of the base method is ambiguous here: Utcp.Generators brings its own for netstandard2.0.
#pragma warning disable CS8765
        public override bool TryGetValue(string key, out string? value) => values.TryGetValue(key, out value);
#pragma warning restore CS8765
    }
}
