using Utcp.Generators.Diagnostics;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Review;

namespace Utcp.Generators.Reviews;

/// <summary>Repetitions of one finding in a file are counted, as those of problems are. Not of those about security: each place is dangerous by itself, and each is repaired where it is.</summary>
internal static class FindingDigest
{
    /// <summary>The findings that are shown, in order of place.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Finding> findings, Func<Finding, JsonPart> fileOf)
    {
        var counted = ProblemDigest.Of(findings.Where(finding => !IsSecurity(finding)), finding => finding.Span.Start, finding => (fileOf(finding), finding.Code, finding.Message), (finding, more) => finding with { Message = finding.Message + more });
        return findings.Where(IsSecurity).Concat(counted).OrderBy(finding => finding.Span.Start);
    }

    private static bool IsSecurity(Finding finding) => finding.Code.StartsWith(ProblemCodes.SecurityPrefix, StringComparison.Ordinal);
}
