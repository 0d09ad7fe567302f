namespace Utcp.Manuals.Security;

/// <summary>Who runs a host, as far as its name tells.</summary>
internal static class UrlSite
{
    // Under these second levels of country domains names are sold to anybody.
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase) { "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go" };

    /// <summary>The domain that was bought: the last two labels, three below "co.uk" and the like. The whole host, with its port, when it is an address or has one label; null when the URL is not read.</summary>
    public static string? Of(string url)
    {
        if (UrlOrigin.Read(url, out var origin) != UrlRefusal.None)
        {
            return null;
        }

        var host = origin.Host.Text.Substring(origin.Host.Start, origin.Host.Length).ToLowerInvariant();
        var labels = host.Split('.');
        if (origin.Host.Kind is UrlHostKind.IPv4 or UrlHostKind.IPv6 || labels.Length == 1)
        {
            return host + ":" + origin.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var kept = labels.Length > 2 && labels[labels.Length - 1].Length == 2 && Shared.Contains(labels[labels.Length - 2]) ? 3 : 2;
        return string.Join(".", labels.Skip(labels.Length - kept));
    }

    /// <summary>Whether a URL leads to this machine.</summary>
    public static bool IsThisMachine(string url) => UrlOrigin.Read(url, out var origin) == UrlRefusal.None && InternalNetworks.IsLoopback(origin.Host);

    /// <summary>Whether a URL leads to the metadata service of a cloud, which gives away the machine's own credentials.</summary>
    public static bool IsMetadata(string url) => UrlOrigin.Read(url, out var origin) is UrlRefusal.None or UrlRefusal.InsecureScheme && InternalNetworks.IsMetadata(origin.Host);

    /// <summary>Whether a URL leads where only the machines of one network get.</summary>
    public static bool IsInternal(string url) => UrlOrigin.Read(url, out var origin) == UrlRefusal.None && InternalNetworks.Contains(origin.Host);
}
