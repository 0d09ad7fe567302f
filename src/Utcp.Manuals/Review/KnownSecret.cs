namespace Utcp.Manuals.Review;

/// <summary>Secrets that tell what they are by how they begin.</summary>
internal sealed class KnownSecret
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Prefix, how many characters follow at least, and which.
    private static readonly KnownSecret[] All =
    [
        new("ghp_", 36, Letters), new("gho_", 36, Letters), new("ghu_", 36, Letters), new("ghs_", 36, Letters), new("ghr_", 36, Letters),
        new("github_pat_", 40, Letters + "_"), new("glpat-", 20, Letters + "-_"), new("npm_", 36, Letters), new("pypi-", 80, Letters + "-_"),
        new("sk_live_", 16, Letters), new("rk_live_", 16, Letters), new("whsec_", 24, Letters + "+/="),
        new("sk-ant-", 40, Letters + "-_"), new("sk-proj-", 40, Letters + "-_"), new("hf_", 34, Letters),
        new("AKIA", 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), new("ASIA", 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
        new("xoxb-", 20, Letters + "-"), new("xoxp-", 20, Letters + "-"), new("xoxa-", 20, Letters + "-"), new("xoxs-", 20, Letters + "-"), new("xapp-", 20, Letters + "-"),
        new("AIza", 35, Letters + "-_"), new("ya29.", 40, Letters + "-_"), new("GOCSPX-", 28, Letters + "-_"),
        new("SG.", 60, Letters + "-_."), new("shpat_", 32, Letters), new("dop_v1_", 64, Letters), new("EAACEdEose0cBA", 20, Letters),
        new("eyJ", 60, Letters + "-_.") { Dots = 2 }, new("-----BEGIN ", 20, Letters + " -") { Word = "PRIVATE KEY-----" },
    ];

    private static readonly int s_shortest = All.Min(kind => kind._prefix.Length + kind._minimum);

    private readonly string _prefix;
    private readonly int _minimum;
    private readonly string _characters;

    private KnownSecret(string prefix, int minimum, string characters)
    {
        _prefix = prefix;
        _minimum = minimum;
        _characters = characters;
    }

    private int Dots { get; init; }

    private string Word { get; init; } = "";

    /// <summary>The first secret in a text, or null. Those that documentation shows do not count: their authors wrote "example" into them, or one character many times.</summary>
    public static (int Start, int Length)? Find(string text)
    {
        if (text.Length < s_shortest)
        {
            return null;
        }

        foreach (var kind in All)
        {
            for (var at = text.IndexOf(kind._prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(kind._prefix, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && kind.LengthAt(text, at) is > 0 and var length && !SecretLook.IsSample(text.Substring(at, length)))
                {
                    return (at, length);
                }
            }
        }

        return null;
    }

    private int LengthAt(string text, int start)
    {
        var end = start + _prefix.Length;
        while (end < text.Length && _characters.IndexOf(text[end]) >= 0)
        {
            end++;
        }

        var found = text.Substring(start, end - start);
        return found.Length >= _prefix.Length + _minimum && found.Count(c => c == '.') >= Dots && found.IndexOf(Word, StringComparison.Ordinal) >= 0 ? found.Length : 0;
    }
}
