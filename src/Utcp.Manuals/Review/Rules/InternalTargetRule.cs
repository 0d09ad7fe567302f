using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>
/// URLs that lead into a private network in a manual whose other URLs are public, and to metadata services in any (D13). This machine does not count: tools on it are common, and it is no network. What
/// the policy refuses already is reported as that.
/// </summary>
internal sealed class InternalTargetRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        var urls = document.Urls.Where(url => url.IsKnown && url.Judged.Check(AllowedHosts.None).IsAllowed).ToList();
        var isPublic = urls.Any(url => !UrlSite.IsInternal(url.Judged.Url));
        foreach (var url in urls)
        {
            var target = url.Judged.Url;
            var isMetadata = UrlSite.IsMetadata(target);
            if (!isMetadata && !(isPublic && UrlSite.IsInternal(target) && !UrlSite.IsThisMachine(target)))
            {
                continue;
            }

            var (start, length) = UrlRefusalPlace.Of(UrlRefusal.InternalTarget, target);
            var host = Quoted.Text(target.Substring(start, length));
            var message = isMetadata
                ? $"The URL leads to {host}, the metadata service of a cloud, which gives away the credentials of the machine that calls: remove the tool, or allow the host with utcp_allowed_insecure_hosts if that is meant."
                : $"The URL leads to {host}, inside a private network, in a document whose other URLs are public: whoever wrote it may reach machines that only yours can. Allow the host with utcp_allowed_insecure_hosts if that is meant.";
            yield return url.Report(ProblemCodes.InternalTarget, message, start, length) with { Url = url.Judged with { Trust = UrlTrust.Remote } };
        }
    }
}
