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

            var distance = Distance(normalised, Normalise(candidate));
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

    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
