using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Security;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>UTCP230: a URL in C# that the runtime will refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InsecureUrlAnalyzer : CodeAnalyzer
{
    private const string Attribute = "Utcp.Manuals.Security.CheckedUrlAttribute";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeDescriptors.InsecureUrl];

    /// <inheritdoc />
    protected override void Start(CompilationStartAnalysisContext context)
    {
        if (RuntimeTypes.Find(context.Compilation, Attribute) is not { } attribute)
        {
            return;
        }

        var members = new MarkedMembers<object>(attribute, static data => data.ConstructorArguments.Length == 1 && data.ConstructorArguments[0].Value is int use ? (UrlUse)use : null);
        var allowed = new AllowedHostsInCode(context.Compilation);
        context.RegisterOperationAction(
            operation =>
            {
                var (member, value) = GivenValue.Of(operation.Operation);
                if (value?.Type?.SpecialType == SpecialType.System_String && members.Find(member) is UrlUse use)
                {
                    Check(operation, value, use, allowed);
                }
            },
            GivenValue.Kinds);
    }

    private static void Check(OperationAnalysisContext context, IOperation value, UrlUse use, AllowedHostsInCode allowedInCode)
    {
        foreach (var text in TextFlow.ValuesOf(value))
        {
            if (Refused(AllowedHosts.None) is { } refused && Refused(AllowedHostsOption.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(value.Syntax.SyntaxTree))) is not null
                && Refused(allowedInCode.Hosts) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    CodeDescriptors.InsecureUrl,
                    text.Syntax.GetLocation(),
                    [text.Pieces[0].Syntax.GetLocation()],
                    ImmutableDictionary<string, string?>.Empty.Add(CodeRules.RefusalProperty, refused.Refusal.ToString()),
                    refused.Message));
            }

            UrlVerdict? Refused(AllowedHosts allowed) => UrlJudge.Judge(text.Pieces, use, allowed) is { IsAllowed: false } verdict ? verdict : null;
        }
    }
}
