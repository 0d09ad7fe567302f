using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Review;

namespace Utcp.Manuals.Tests.Review;

/// <summary>What the review of a document finds about its security, beside what its reader reports.</summary>
internal static class SecurityReview
{
    public static void AddTo(ProblemList problems, JsonValue root, string? documentUrl = null)
    {
        foreach (var finding in DocumentReview.Of(root, documentUrl: documentUrl).Where(finding => finding.Code.StartsWith("UTCP2", StringComparison.Ordinal) && finding.Code != ProblemCodes.ForeignTokenUrl))
        {
            problems.Add(finding.Code, finding.Span, finding.Message);
        }
    }
}
