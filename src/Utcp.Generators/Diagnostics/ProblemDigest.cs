using Utcp.Manuals.Problems;

namespace Utcp.Generators.Diagnostics;

/// <summary>Keeps a thousand reports of one mistake from hiding the others: the first few are shown where they are, the rest are counted.</summary>
internal static class ProblemDigest
{
    private const int ShownPlaces = 3;

    /// <summary>The problems in order of place, with repetitions of a message counted at its last shown place.</summary>
    public static IReadOnlyList<Problem> Of(IEnumerable<Problem> problems)
    {
        var shown = new List<Problem>();
        foreach (var group in problems.OrderBy(problem => problem.Span.Start).GroupBy(problem => (problem.Code, problem.Message)))
        {
            var list = group.ToList();
            shown.AddRange(list.Take(ShownPlaces));
            if (list.Count > ShownPlaces)
            {
                var more = list.Count - ShownPlaces;
                shown[shown.Count - 1] = list[ShownPlaces - 1] with
                {
                    Message = list[ShownPlaces - 1].Message + " The same is wrong at " + more.ToString(System.Globalization.CultureInfo.InvariantCulture) + (more == 1 ? " more place." : " more places."),
                };
            }
        }

        return [.. shown.OrderBy(problem => problem.Span.Start)];
    }
}
