using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Review.Rules;

/// <summary>URLs that the URL policy refuses, as far as they are written out; the rest is judged when variables have values (UTCP section 2.7).</summary>
internal sealed class InsecureUrlRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document) => document.Urls.Where(url => url.IsKnown).Select(Judge).OfType<Finding>();

    /// <summary>What is wrong with a URL whose origin is written out, or null.</summary>
    public static Finding? Judge(ReviewedUrl url)
    {
        var judged = url.Judged;
        var verdict = judged.Check(AllowedHosts.None);
        if (verdict.IsAllowed)
        {
            return null;
        }

        var (start, length) = UrlRefusalPlace.Of(verdict.Refusal, judged.Url);
        var finding = url.Report(ProblemCodes.InsecureUrl, verdict.Message, start, length) with { Url = judged };
        return verdict.Refusal == UrlRefusal.InsecureScheme && finding.Part is not null ? finding with { Replacement = judged.Url.Substring(start, length) + (char.IsUpper(judged.Url[start]) ? "S" : "s") } : finding;
    }
}
