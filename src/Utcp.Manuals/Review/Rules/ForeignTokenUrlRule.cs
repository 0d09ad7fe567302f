using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Client secrets that go to another site than the calls (D15). Login services are such sites, so that it is worth a look and no more.</summary>
internal sealed class ForeignTokenUrlRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document) =>
        from tool in document.Tools
        where tool.IsCallable && tool.Url is { IsKnown: true }
        from token in tool.TokenUrls
        where token.IsKnown && UrlSite.Of(token.Judged.Url) is { } site && UrlSite.Of(tool.Url!.Judged.Url) is { } own && site != own
        select Report(token, UrlSite.Of(token.Judged.Url)!, UrlSite.Of(tool.Url!.Judged.Url)!);

    private static Finding Report(ReviewedUrl token, string site, string own)
    {
        var (start, length) = UrlRefusalPlace.Of(UrlRefusal.InternalTarget, token.Judged.Url);
        return token.Report(ProblemCodes.ForeignTokenUrl, $"The client secret goes to {Quoted.Text(site)} and the calls to {Quoted.Text(own)}: make sure that this is where the provider of the tool gives tokens.", start, length);
    }
}
