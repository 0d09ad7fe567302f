using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Diagnostics;

/// <summary>The descriptors of the rules about C#. The message is made where the rule is; each id has a page under docs/rules.</summary>
internal static class CodeDescriptors
{
    public static readonly DiagnosticDescriptor InsecureUrl = new(
        CodeRules.InsecureUrl, "A URL in C# is not safe to call", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.InsecureUrl));

    public static readonly DiagnosticDescriptor CertificateCheckDisabled = new(
        CodeRules.CertificateCheckDisabled, "A channel accepts every certificate", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.CertificateCheckDisabled));

    public static readonly DiagnosticDescriptor LiteralSecret = new(
        CodeRules.LiteralSecret, "A secret stands in the source in the clear", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.LiteralSecret));

    public static readonly DiagnosticDescriptor ValueOutsideSchema = new(
        CodeRules.ValueOutsideSchema, "A value is outside what the schema allows", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.ValueOutsideSchema));

    public static readonly DiagnosticDescriptor UnlistedEnumValue = new(
        CodeRules.UnlistedEnumValue, "The manual does not list the value of an enum", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.UnlistedEnumValue));

    public static readonly DiagnosticDescriptor ChannelPerCall = new(
        CodeRules.ChannelPerCall, "A channel is made again and again", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.ChannelPerCall));

    public static readonly DiagnosticDescriptor ChannelNotDisposed = new(
        CodeRules.ChannelNotDisposed, "A channel is never disposed", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.ChannelNotDisposed));

    public static readonly DiagnosticDescriptor UnreadStream = new(
        CodeRules.UnreadStream, "A stream is never read", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.UnreadStream));

    public static readonly DiagnosticDescriptor UnawaitedCall = new(
        CodeRules.UnawaitedCall, "A call is not awaited", "{0}", "Utcp.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.UnawaitedCall));

    public static readonly DiagnosticDescriptor MissingVariable = new(
        CodeRules.MissingVariable, "A variable is never set", "{0}", "Utcp.Use", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(CodeRules.MissingVariable));

    /// <summary>All descriptors.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
        [InsecureUrl, CertificateCheckDisabled, LiteralSecret, ValueOutsideSchema, UnlistedEnumValue, ChannelPerCall, ChannelNotDisposed, UnreadStream, UnawaitedCall, MissingVariable];

    private static string HelpLink(string id) => "docs/rules/" + id + ".md";
}
