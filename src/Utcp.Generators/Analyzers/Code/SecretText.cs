namespace Utcp.Generators.Analyzers.Code;

/// <summary>Guesses whether a text is a real secret, by the name of its variable and by its look. In doubt it is none: a warning about a test's dummy teaches people to switch the rule off.</summary>
internal static class SecretText
{
    private const int MinLength = 8;
    private const int MinDifferent = 5;

    // Prefixes that providers give their keys so that scanners find them.
    private static readonly string[] s_prefixes =
    [
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "sk-", "sk_live_", "rk_live_", "xoxb-", "xoxp-", "xoxa-", "AKIA", "ASIA", "AIza", "ya29.", "SG.", "npm_", "pypi-", "dop_v1_", "hf_", "shpat_", "EAACEdEose0cBA",
    ];

    private static readonly string[] s_names = ["KEY", "APIKEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "CREDENTIAL", "CREDENTIALS"];

    // What makes a key none that is secret: "SORT_KEY", "PUBLIC_KEY", "NEXT_PAGE_TOKEN".
    private static readonly string[] s_harmless = ["SORT", "PRIMARY", "FOREIGN", "PARTITION", "PUBLIC", "CACHE", "PAGE", "NEXT", "CONTINUATION", "CURSOR", "SEARCH", "GROUP", "ORDER", "SITE", "IDEMPOTENCY", "OBJECT", "ISSUE", "PROJECT"];

    private static readonly string[] s_dummies =
    [
        "test", "canary", "dummy", "fake", "mock", "sample", "example", "placeholder", "changeme", "change-me", "change_me", "your", "todo", "demo", "secret", "password", "token", "apikey", "api-key", "api_key",
        "foo", "xxx", "***", "...", "abc", "1234", "qwert", "none", "null", "default", "local", "insert", "replace", "redacted", "value",
    ];

    /// <summary>Whether a value is a secret that stands in the source.</summary>
    /// <param name="name">The name of the variable or header.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isHeader">Whether it is a header.</param>
    public static bool IsSecret(string name, string value, bool isHeader)
    {
        if (isHeader && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && value.IndexOf(' ') is var space && space > 0)
        {
            return LooksReal(value.Substring(space + 1));
        }

        return HasKnownPrefix(value) || (HasSecretName(name) && LooksReal(value));
    }

    private static bool HasKnownPrefix(string value) => s_prefixes.Any(prefix => value.Length >= prefix.Length + 16 && value.StartsWith(prefix, StringComparison.Ordinal)) && LooksReal(value);

    private static bool HasSecretName(string name)
    {
        var words = Words(name);
        var at = words.Count - 1;

        // Several of one kind are numbered: "API_KEY_2".
        at -= at > 0 && words[at].All(char.IsDigit) ? 1 : 0;
        return at >= 0 && s_names.Contains(words[at]) && !(at > 0 && s_harmless.Contains(words[at - 1]));
    }

    private static bool LooksReal(string value) =>
        value.Length >= MinLength
        && value.All(c => c is > ' ' and < '\x7F')
        && value.IndexOfAny(['<', '>', '{', '}', '$', '%', '[']) < 0
        && value.Distinct().Count() >= MinDifferent
        && !s_dummies.Any(dummy => value.IndexOf(dummy, StringComparison.OrdinalIgnoreCase) >= 0)
        && (value.Any(char.IsDigit) || value.Any(c => !char.IsLetter(c)) || (value.Any(char.IsLower) && value.Any(char.IsUpper)));

    // "WEATHER_API_KEY", "weather-api-key" and "weatherApiKey" are of the same words.
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if ((isEnd || (char.IsUpper(name[i]) && i > 0 && char.IsLower(name[i - 1]))) && i > start)
            {
                words.Add(name.Substring(start, i - start).ToUpperInvariant());
                start = i;
            }

            start = isEnd ? i + 1 : start;
        }

        return words;
    }
}
