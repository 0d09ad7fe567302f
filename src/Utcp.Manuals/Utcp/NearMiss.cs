using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>Guesses what somebody meant.</summary>
internal static class NearMiss
{
    private const int MaxLength = 48;
    private const int MaxCandidates = 200;

    /// <summary>The candidate that a text resembles most, or null when it resembles none.</summary>
    public static string? Find(string text, IEnumerable<string> candidates)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var normalised = Normalise(text);
        string? best = null;
        var left = MaxCandidates;
        var bestDistance = normalised.Length <= 4 ? 2 : 3;
        foreach (var candidate in candidates)
        {
            // A hostile document has many names; nobody needs the best guess of all of them.
            if (--left < 0)
            {
                break;
            }

            if (Math.Abs(candidate.Length - text.Length) > MaxLength / 4)
            {
                continue;
            }

            var distance = EditDistance.Of(normalised, Normalise(candidate));
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    // "httpMethod", "http-method" and "HTTP_METHOD" are one mistake.
    private static string Normalise(string text) => text.Replace("_", "").Replace("-", "").Replace(" ", "").ToLowerInvariant();
}
