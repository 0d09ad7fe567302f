using Utcp.Manuals.Problems;

namespace Utcp.Generators.Diagnostics;

/// <summary>Keeps a thousand reports of one mistake from hiding the others: the first few are shown where they are, the rest are counted.</summary>
internal static class ProblemDigest
{
    private const int ShownPlaces = 3;

    /// <summary>The problems in order of place, with repetitions of a message counted at its last shown place.</summary>
    public static IReadOnlyList<Problem> Of(IEnumerable<Problem> problems) =>
        [.. Of(problems, problem => problem.Span.Start, problem => (problem.Code, problem.Message), (problem, more) => problem with { Message = problem.Message + more })];

    /// <summary>The same for anything with a place and a message.</summary>
    /// <param name="items">The items.</param>
    /// <param name="start">The place of one.</param>
    /// <param name="kind">What repetitions have in common.</param>
    /// <param name="withMore">The item with a sentence behind its message.</param>
    public static IEnumerable<T> Of<T, TKind>(IEnumerable<T> items, Func<T, int> start, Func<T, TKind> kind, Func<T, string, T> withMore)
    {
        var shown = new List<T>();
        foreach (var group in items.OrderBy(start).GroupBy(kind))
        {
            var list = group.ToList();
            shown.AddRange(list.Take(ShownPlaces));
            if (list.Count > ShownPlaces)
            {
                var more = list.Count - ShownPlaces;
                shown[shown.Count - 1] = withMore(list[ShownPlaces - 1], " The same is wrong at " + more.ToString(System.Globalization.CultureInfo.InvariantCulture) + (more == 1 ? " more place." : " more places."));
            }
        }

        return shown.OrderBy(start);
    }
}
