using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Inputs;

/// <summary>The metadata of a <c>UtcpManual</c> item; all "" for a plain additional file.</summary>
/// <param name="IsManualItem">Whether the file is named as a manual, so that anything else in it is an error.</param>
/// <param name="Namespace">The client's namespace.</param>
/// <param name="ClientName">The client's class name.</param>
/// <param name="IncludeTools">Tool names, globs and <c>tag:</c> patterns, separated by semicolons.</param>
/// <param name="ExcludeTools">The same, for tools to leave out.</param>
internal sealed record FileOptions(bool IsManualItem, string Namespace, string ClientName, string IncludeTools, string ExcludeTools)
{
    /// <summary>Reads the item metadata that the package makes visible.</summary>
    public static FileOptions From(AnalyzerConfigOptions options) => new(
        Read(options, "UtcpKind").Equals("Manual", StringComparison.OrdinalIgnoreCase),
        Read(options, "UtcpNamespace"),
        Read(options, "UtcpClientName"),
        Read(options, "UtcpIncludeTools"),
        Read(options, "UtcpExcludeTools"));

    private static string Read(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value.Trim() : "";
}
