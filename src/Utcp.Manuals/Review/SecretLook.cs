namespace Utcp.Manuals.Review;

/// <summary>Tells text that somebody drew at random, as keys are, from words and numbers that people choose.</summary>
internal static class SecretLook
{
    private const int MinLength = 16;
    private const double MinBits = 3.2;

    /// <summary>Whether a text looks drawn at random: long, of letters and digits, and few of them twice. In a place that is named after a secret, that is one.</summary>
    public static bool IsRandom(string text)
    {
        if (text.Length < MinLength || IsSample(text) || text.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var counts = new Dictionary<char, int>();
        var (hasLetter, hasDigit) = (false, false);
        foreach (var c in text)
        {
            if (c is <= ' ' or >= '\x7F' or '{' or '}' or '<' or '>' or '"')
            {
                return false;
            }

            hasLetter |= char.IsLetter(c);
            hasDigit |= char.IsDigit(c);
            counts[c] = counts.TryGetValue(c, out var count) ? count + 1 : 1;
        }

        return hasLetter && hasDigit && -counts.Values.Sum(count => count * Math.Log((double)count / text.Length, 2)) / text.Length >= MinBits;
    }

    /// <summary>Whether somebody wrote a text to show how a secret looks.</summary>
    public static bool IsSample(string text) =>
        new[] { "example", "sample", "your", "xxxx", "1234567890", "abcdefgh", "dummy", "fake", "placeholder" }.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        || text.Distinct().Count() <= 4;
}
