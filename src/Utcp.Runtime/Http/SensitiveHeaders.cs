using System.Collections.Frozen;

namespace Utcp.Http;

/// <summary>Request headers that may carry credentials and so stay on their origin (UTCP section 2.7).</summary>
internal static class SensitiveHeaders
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "auth", "authorization", "authentication", "token", "key", "apikey", "secret", "bearer", "session", "sessionid", "sid", "jwt", "csrf", "xsrf",
        "cookie", "cookie2", "password", "passwd", "pwd", "credential", "credentials", "signature");

    // Names written without separators.
    private static readonly FrozenSet<string> s_condensed = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "proxyauthorization", "xapikey", "apikey", "authtoken", "xauthtoken", "accesstoken", "xaccesstoken", "csrftoken", "xcsrftoken", "xsrftoken", "xxsrftoken",
        "xamzsecuritytoken", "securitytoken", "xgoogapikey", "googapikey", "sessiontoken", "xsessiontoken", "clientsecret", "xclientsecret", "refreshtoken", "idtoken");

    public static bool Contains(string name)
    {
        var words = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = name.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('-', '_', '.');
            if (words.Contains(end < 0 ? rest : rest[..end]))
            {
                return true;
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return s_condensed.Contains(name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal));
    }
}
