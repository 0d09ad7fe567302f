extern alias runtime;

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using runtime::Utcp.Manuals.Security;
using Utcp.Generators.Analyzers.Code;

namespace Utcp.Generators.Tests.Analyzers.Code;

/// <summary>What the analyzer says of a URL at build time, the policy of the runtime says at run time. <c>UTCP_SEED</c> takes other URLs.</summary>
public sealed class UrlAgreementTests
{
    private const int Urls = 600;

    private static readonly int s_seed = int.Parse(Environment.GetEnvironmentVariable("UTCP_SEED") ?? "1", CultureInfo.InvariantCulture);
    private static readonly AllowedHosts s_allowed = AllowedHosts.Create(["build-box:8080", "*.svc.cluster.local"]);

    private static readonly string[] s_forms = ["whole", "verbatim", "sum", "interpolated", "constant"];

    public static TheoryData<UrlUse, string, bool> Forms
    {
        get
        {
            var data = new TheoryData<UrlUse, string, bool>();
            foreach (var form in s_forms)
            {
                data.Add(UrlUse.Http, form, false);
                data.Add(UrlUse.WebSocket, form, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Analyzer_and_policy_agree(UrlUse use, string form, bool allows)
    {
        var tricks = new UrlTricks(s_seed);
        var urls = Enumerable.Range(0, Urls).Select(_ => tricks.Next()).ToList();
        var refused = urls.Count(url => !Check(url, use, allows));
        Assert.InRange(refused, Urls / 4, Urls - 1);

        await VerifyAsync(urls.Select(url => (Expression(url, form, tricks.Place(url)), Check(url, use, allows))), use, allows);
    }

    // Whatever a path is, the verdict is that on its origin, unless the text before it is refused itself.
    [Fact]
    public async Task An_unknown_path_changes_no_verdict()
    {
        var tricks = new UrlTricks(s_seed);
        var urls = Enumerable.Range(0, Urls).Select(_ => tricks.Next()).Where(url => url.Contains("://", StringComparison.Ordinal) && url.IndexOfAny(['?', '#']) < 0).Select(url => url + "/").ToList();

        await VerifyAsync(urls.Select(url => (Literal(url) + " + path", Check(url + "x", UrlUse.Http, false))), UrlUse.Http, allows: false);
    }

    private static bool Check(string url, UrlUse use, bool allows) => UrlPolicy.Check(url, use, UrlTrust.Local, allows ? s_allowed : null).IsAllowed;

    private static string Expression(string url, string form, int at) => form switch
    {
        "whole" => Literal(url),
        "verbatim" when !url.Any(char.IsControl) => "@\"" + url + "\"",
        "sum" => Literal(url[..at]) + " + " + Literal(url[at..]),
        "interpolated" => "$\"" + Literal(url[..at])[1..^1] + "{" + Literal(url[at..]) + "}\"",
        "constant" => "true ? " + Literal(url) + " : \"\"",
        _ => Literal(url),
    };

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static Task VerifyAsync(IEnumerable<(string Expression, bool IsAllowed)> urls, UrlUse use, bool allows)
    {
        var code = new StringBuilder("using Utcp.Manuals.Security;\nclass C { static void M([CheckedUrl(UrlUse." + use + ")] string url) { } void N(string path) {\n");
        foreach (var (expression, isAllowed) in urls)
        {
            code.Append("M(").Append(isAllowed ? "" : "[|").Append(expression).Append(isAllowed ? "" : "|]").Append(");\n");
        }

        var test = new AnalyzerTest<InsecureUrlAnalyzer> { TestCode = code.Append("} }").ToString() };
        if (allows)
        {
            test.GlobalConfig.Add("utcp_allowed_insecure_hosts", "build-box:8080, *.svc.cluster.local");
        }

        return test.RunAsync();
    }
}
