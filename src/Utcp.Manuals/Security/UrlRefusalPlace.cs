namespace Utcp.Manuals.Security;

/// <summary>Finds the part of a URL that a refusal is about, so that a report can point at it.</summary>
internal static class UrlRefusalPlace
{
    /// <summary>Where the part starts and how long it is; the whole URL when no part alone is to blame.</summary>
    public static (int Start, int Length) Of(UrlRefusal refusal, string url)
    {
        var (start, length) = Part(refusal, url);
        return length > 0 ? (start, length) : (0, url.Length);
    }

    private static (int Start, int Length) Part(UrlRefusal refusal, string url)
    {
        switch (refusal)
        {
            case UrlRefusal.WhitespaceOrControl:
                return First(url, c => char.IsControl(c) || char.IsWhiteSpace(c));
            case UrlRefusal.Backslash:
                return First(url, c => c == '\\');
            case UrlRefusal.InsecureScheme or UrlRefusal.UnsupportedScheme or UrlRefusal.RedirectToInsecureScheme:
                return (0, Math.Max(url.IndexOf(':'), 0));
            case UrlRefusal.UserInfo or UrlRefusal.InvalidHost or UrlRefusal.NonCanonicalHost or UrlRefusal.InvalidPort or UrlRefusal.UnspecifiedAddress
                or UrlRefusal.InternalTarget or UrlRefusal.RedirectToInternalTarget:
                return InAuthority(refusal, url);
            default:
                return default;
        }
    }

    private static (int Start, int Length) InAuthority(UrlRefusal refusal, string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        end = end < 0 ? url.Length : end;
        if (refusal == UrlRefusal.UserInfo)
        {
            return (start, url.LastIndexOf('@', end - 1, end - start) - start);
        }

        var colon = UrlOrigin.PortColon(url, start, end);
        return refusal == UrlRefusal.InvalidPort ? (colon + 1, end - colon - 1) : (start, (colon < 0 ? end : colon) - start);
    }

    private static (int Start, int Length) First(string url, Func<char, bool> isIt)
    {
        for (var i = 0; i < url.Length; i++)
        {
            if (isIt(url[i]))
            {
                return (i, 1);
            }
        }

        return default;
    }
}
