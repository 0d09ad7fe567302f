using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Utcp.Generators.Analyzers.Documents;

/// <summary>
/// The severity of a rule in one document: <c>utcp_diagnostic.UTCP201.severity</c>, or <c>utcp_diagnostic.severity</c> for all rules, in a section that names the file. The compiler's own
/// <c>dotnet_diagnostic.UTCP201.severity</c> holds for all documents; sections count there for C# files only.
/// </summary>
internal static class DocumentSeverity
{
    /// <summary>The severity, or null when nothing is to be reported.</summary>
    public static DiagnosticSeverity? Of(AnalyzerConfigOptions options, DiagnosticDescriptor descriptor)
    {
        var configured = options.TryGetValue("utcp_diagnostic." + descriptor.Id + ".severity", out var one) ? one : options.TryGetValue("utcp_diagnostic.severity", out var all) ? all : "default";
        return configured.Trim().ToLowerInvariant() switch
        {
            "none" => null,
            "silent" => DiagnosticSeverity.Hidden,
            "suggestion" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => descriptor.DefaultSeverity,
        };
    }
}
