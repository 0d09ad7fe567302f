namespace Utcp.Manuals.Security;

/// <summary>Scheme, host and port of a URL.</summary>
internal readonly struct UrlOrigin
{
    private UrlOrigin(UrlScheme scheme, UrlHost host, int port)
    {
        Scheme = scheme;
        Host = host;
        Port = port;
    }

    public UrlScheme Scheme { get; }

    public UrlHost Host { get; }

    /// <summary>The port, that of the scheme when the URL has none.</summary>
    public int Port { get; }

    public bool IsEncrypted => Scheme is UrlScheme.Https or UrlScheme.Wss;

    public static UrlRefusal Read(string url, out UrlOrigin origin)
    {
        origin = default;
        if (FindIllegal(url) is var illegal && illegal != UrlRefusal.None)
        {
            return illegal;
        }

        var colon = url.IndexOf(':');
        if (colon <= 0 || !IsScheme(url, colon))
        {
            return UrlRefusal.NotAbsolute;
        }

        if (!TryReadScheme(url, colon, out var scheme))
        {
            return UrlRefusal.UnsupportedScheme;
        }

        if (string.CompareOrdinal(url, colon, "://", 0, 3) != 0)
        {
            return UrlRefusal.NotAbsolute;
        }

        var start = colon + 3;
        var end = AuthorityEnd(url, start);
        if (url.IndexOf('@', start, end - start) >= 0)
        {
            return UrlRefusal.UserInfo;
        }

        var portColon = PortColon(url, start, end);
        var refusal = UrlHost.Read(url, start, portColon < 0 ? end : portColon, out var host);
        var port = scheme is UrlScheme.Https or UrlScheme.Wss ? 443 : 80;
        if (refusal == UrlRefusal.None && portColon >= 0 && !TryReadPort(url, portColon + 1, end, out port))
        {
            refusal = UrlRefusal.InvalidPort;
        }

        origin = new UrlOrigin(scheme, host, port);
        return refusal;
    }

    public static bool TryReadPort(string text, int start, int end, out int port)
    {
        port = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9' || i - start >= 5)
            {
                return false;
            }

            port = port * 10 + (text[i] - '0');
        }

        return port is > 0 and <= 65535;
    }

    /// <summary>The colon before the port, or -1. A colon inside brackets belongs to an IPv6 address.</summary>
    public static int PortColon(string text, int start, int end)
    {
        if (start >= end || text[start] != '[')
        {
            return start < end ? text.IndexOf(':', start, end - start) : -1;
        }

        var bracket = text.IndexOf(']', start, end - start);
        return bracket >= 0 && bracket + 1 < end && text[bracket + 1] == ':' ? bracket + 1 : -1;
    }

    private static UrlRefusal FindIllegal(string url)
    {
        foreach (var c in url)
        {
            if (c is > ' ' and < '\x7F' and not '\\')
            {
                continue;
            }

            if (c == '\\')
            {
                return UrlRefusal.Backslash;
            }

            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return UrlRefusal.WhitespaceOrControl;
            }
        }

        return UrlRefusal.None;
    }

    private static bool IsScheme(string url, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!(url[i] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' || (i > 0 && url[i] is >= '0' and <= '9' or '+' or '-' or '.')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadScheme(string url, int length, out UrlScheme scheme)
    {
        scheme = UrlScheme.Https;
        return Matches(url, length, "https") || Set(ref scheme, UrlScheme.Http, Matches(url, length, "http"))
            || Set(ref scheme, UrlScheme.Wss, Matches(url, length, "wss")) || Set(ref scheme, UrlScheme.Ws, Matches(url, length, "ws"));
    }

    private static bool Matches(string url, int length, string name) =>
        length == name.Length && string.Compare(url, 0, name, 0, length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool Set(ref UrlScheme scheme, UrlScheme value, bool condition)
    {
        scheme = condition ? value : scheme;
        return condition;
    }

    private static int AuthorityEnd(string url, int start)
    {
        for (var i = start; i < url.Length; i++)
        {
            if (url[i] is '/' or '?' or '#')
            {
                return i;
            }
        }

        return url.Length;
    }
}
