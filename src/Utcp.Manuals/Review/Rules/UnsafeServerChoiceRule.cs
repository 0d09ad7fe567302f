using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Servers of an OpenAPI document that the URL policy refuses, where calls go to another one. They are not among the servers to choose from.</summary>
internal sealed class UnsafeServerChoiceRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document) => (document.Api?.OtherServers ?? []).Where(server => server.IsKnown).Select(Judge).OfType<Finding>();

    private static Finding? Judge(ReviewedUrl server) => InsecureUrlRule.Judge(server) is { } finding
        ? finding with { Code = ProblemCodes.UnsafeServerChoice, Message = "Calls go to another server, and this one is not offered. " + finding.Message }
        : null;
}
