namespace Utcp.Manuals.Security;

/// <summary>
/// Hosts that a developer allows although the <see cref="UrlPolicy"/> would refuse them: without encryption, or inside the network for a document that came from
/// outside. Immutable and safe to share.
/// </summary>
/// <remarks>
/// An entry is a host (<c>build.corp.example</c>, <c>10.0.0.5</c>, <c>[fd00::1]</c>: any port), a host with a port (<c>10.0.0.5:8080</c>), or <c>*.suffix</c>
/// (every name below the suffix, not the suffix itself). Names compare without case.
/// </remarks>
public sealed class AllowedHosts
{
    private readonly Entry[] _entries;

    private AllowedHosts(Entry[] entries) => _entries = entries;

    /// <summary>A list that allows nothing.</summary>
    public static AllowedHosts None { get; } = new([]);

    /// <summary>Creates a list.</summary>
    /// <param name="entries">The entries; the remarks say how they look.</param>
    /// <exception cref="ArgumentException">An entry is no host in canonical form.</exception>
    public static AllowedHosts Create(IEnumerable<string> entries)
    {
        var list = new List<Entry>();
        foreach (var text in entries)
        {
            list.Add(Read(text) ?? throw new ArgumentException(
                "\"" + UrlRefusalText.Shorten(text) + "\" is no host: write a host in its canonical form, host:port, or *.suffix.", nameof(entries)));
        }

        return list.Count == 0 ? None : new AllowedHosts([.. list]);
    }

    /// <summary>Whether a text could be an entry.</summary>
    public static bool IsValidEntry(string entry) => Read(entry) is not null;

    internal bool Contains(in UrlOrigin origin)
    {
        foreach (var entry in _entries)
        {
            var isHost = entry.Suffix is null ? entry.Host.Equals(origin.Host) : origin.Host.IsBelow(entry.Suffix);
            if (isHost && (entry.Port == 0 || entry.Port == origin.Port))
            {
                return true;
            }
        }

        return false;
    }

    private static Entry? Read(string text)
    {
        var isSuffix = text.StartsWith("*.", StringComparison.Ordinal);
        var start = isSuffix ? 2 : 0;
        var colon = UrlOrigin.PortColon(text, start, text.Length);
        var end = colon < 0 ? text.Length : colon;
        var port = 0;
        if (UrlHost.Read(text, start, end, out var host) != UrlRefusal.None || (colon >= 0 && !UrlOrigin.TryReadPort(text, colon + 1, text.Length, out port)))
        {
            return null;
        }

        if (isSuffix && host.Kind is UrlHostKind.IPv4 or UrlHostKind.IPv6)
        {
            return null;
        }

        return new Entry(host, isSuffix ? text.Substring(1, end - 1) : null, port);
    }

    private readonly struct Entry(UrlHost host, string? suffix, int port)
    {
        public UrlHost Host { get; } = host;

        public string? Suffix { get; } = suffix;

        public int Port { get; } = port;
    }
}
