namespace Utcp.Manuals.Security;

/// <summary>Which header names and values may be sent, and which hold credentials (UTCP section 2.7, D8).</summary>
public static class HeaderPolicy
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Cookie", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect", "Proxy-Connection",
    };

    // Names that the word rule misses, because their words are written together.
    private static readonly HashSet<string> Sensitive = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization", "proxy-authorization", "cookie", "set-cookie", "apikey", "x-apikey", "authtoken", "x-authtoken", "accesstoken", "x-accesstoken", "csrftoken", "x-csrftoken",
        "password", "x-password", "sessionid", "x-sessionid",
        "proxyauthorization", "xapikey", "xauthtoken", "xaccesstoken", "xcsrftoken", "xamzsecuritytoken", "securitytoken", "xgoogapikey", "googapikey", "sessiontoken", "xsessiontoken",
        "clientsecret", "xclientsecret", "refreshtoken", "idtoken", "xsrftoken", "xxsrftoken",
    };

    // Words of header names only: as part of a variable's name they tell nothing.
    private static readonly HashSet<string> SensitiveHeaderWords = new(StringComparer.OrdinalIgnoreCase) { "authorization", "authentication", "sessionid", "cookie", "cookie2", "signature" };

    private static readonly HashSet<string> SensitiveWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "auth", "token", "key", "apikey", "secret", "bearer", "session", "sid", "jwt", "csrf", "xsrf", "password", "passwd", "pwd", "credential", "credentials",
    };

    /// <summary>Whether a text is a token (RFC 9110, section 5.6.2), and so can be the name of a header or cookie, or a method.</summary>
    public static bool IsToken(string text)
    {
        foreach (var c in text)
        {
            if (!(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || TokenMarks.IndexOf(c) >= 0))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>Whether a text can be the value of a header: no control character except the tab.</summary>
    public static bool IsValue(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c != '\t')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether only the HTTP client itself may set a header: it frames the message, routes it, or holds the cookies.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Whether a header of this name usually holds a credential: it stays off other origins, logs and documents.</summary>
    public static bool IsSensitive(string name) => Sensitive.Contains(name) || HasWord(name, SensitiveWords) || HasWord(name, SensitiveHeaderWords);

    /// <summary>Whether a name, of a header or a variable, has a word such as "token" or "key" between its hyphens, underscores and dots.</summary>
    public static bool HasSensitiveWord(string name) => HasWord(name, SensitiveWords);

    private static bool HasWord(string name, HashSet<string> words)
    {
        foreach (var word in name.Split('-', '_', '.'))
        {
            if (words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
