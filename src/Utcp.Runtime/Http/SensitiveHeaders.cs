using System.Collections.Frozen;
using Utcp.Manuals.Security;

namespace Utcp.Http;

/// <summary>Request headers that may carry credentials and so stay on their origin (UTCP section 2.7).</summary>
internal static class SensitiveHeaders
{
    // Beyond the shared rule: a redirect decides for whatever the caller has set, so it errs on the side of dropping.
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "authorization", "authentication", "sessionid", "cookie", "cookie2", "signature");

    private static readonly FrozenSet<string> s_condensed = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "proxyauthorization", "xapikey", "xauthtoken", "xaccesstoken", "xcsrftoken", "xamzsecuritytoken", "securitytoken", "xgoogapikey", "googapikey", "sessiontoken", "xsessiontoken", "clientsecret", "xclientsecret", "refreshtoken",
        "idtoken", "xsrftoken", "xxsrftoken");

    public static bool Contains(string name)
    {
        if (HeaderPolicy.IsSensitive(name) || s_condensed.Contains(name))
        {
            return true;
        }

        var words = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in name.AsSpan().SplitAny('-', '_', '.'))
        {
            if (words.Contains(name.AsSpan()[range]))
            {
                return true;
            }
        }

        return false;
    }
}
