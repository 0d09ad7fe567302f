using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Inputs;

/// <summary>What the project says about all its manuals.</summary>
/// <param name="RootNamespace">The namespace that client namespaces start with; "" for none.</param>
internal sealed record ProjectOptions(string RootNamespace)
{
    /// <summary>Reads the MSBuild properties that the package makes visible.</summary>
    public static ProjectOptions From(AnalyzerConfigOptions options) => new(options.TryGetValue("build_property.RootNamespace", out var value) ? value.Trim() : "");
}
