using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Diagnostics;

/// <summary>The descriptors of the rules about C#. The message is made where the rule is; each id has a page under docs/rules.</summary>
internal static class CodeDescriptors
{
    public static readonly DiagnosticDescriptor InsecureUrl = new(
        CodeRules.InsecureUrl, "A URL in C# is not safe to call", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.InsecureUrl));

    /// <summary>All descriptors.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [InsecureUrl];

    private static string HelpLink(string id) => "docs/rules/" + id + ".md";
}
