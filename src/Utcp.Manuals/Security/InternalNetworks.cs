namespace Utcp.Manuals.Security;

/// <summary>Hosts that a document from the network has no business with: this machine, its networks, metadata services (D13).</summary>
internal static class InternalNetworks
{
    // Names that resolve, by convention or by RFC 6761, 6762, 8375 and the reservation of "internal", inside the network only.
    private static readonly string[] Suffixes = [".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".corp", ".home", ".home.arpa", ".private"];

    public static bool IsLoopback(in UrlHost host) => host.Kind switch
    {
        UrlHostKind.Name => host.Is("localhost"),
        UrlHostKind.IPv4 => host.Low >> 24 == 127,
        UrlHostKind.IPv6 => host.High == 0 && host.Low == 1,
        _ => false,
    };

    public static bool IsUnspecified(in UrlHost host) => host.Kind is UrlHostKind.IPv4 or UrlHostKind.IPv6 && host.High == 0 && host.Low == 0;

    /// <summary>The metadata services of clouds: 169.254.169.254 and the names and addresses that others have instead.</summary>
    public static bool IsMetadata(in UrlHost host) => host.Kind switch
    {
        UrlHostKind.IPv4 => (uint)host.Low is 0xA9FEA9FE or 0xA9FEAA02 or 0xA83F8110 or 0x646464C8,
        UrlHostKind.IPv6 => host is { High: 0xFD00_0EC2_0000_0000, Low: 0x254 },
        _ => host.Is("metadata.google.internal") || host.Is("metadata.goog") || host.Is("instance-data"),
    };

    public static bool Contains(in UrlHost host) => host.Kind switch
    {
        UrlHostKind.IPv4 => Contains((uint)host.Low),
        UrlHostKind.IPv6 => !IsPublic(host.High),
        _ => ContainsName(host),
    };

    private static bool ContainsName(in UrlHost host)
    {
        // A name without a dot is completed by the search list of the network.
        if (host.Text.IndexOf('.', host.Start, host.Length) < 0)
        {
            return true;
        }

        foreach (var suffix in Suffixes)
        {
            if (host.IsBelow(suffix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(uint address) =>
        In(address, 0x00000000, 8) || In(address, 0x0A000000, 8) || In(address, 0x64400000, 10) || In(address, 0x7F000000, 8)
        || In(address, 0xA9FE0000, 16) || In(address, 0xAC100000, 12) || In(address, 0xC0000000, 24) || In(address, 0xC0586300, 24)
        || In(address, 0xC0A80000, 16) || In(address, 0xC6120000, 15) || In(address, 0xE0000000, 3)
        // 168.63.129.16: a public address, but inside Azure the metadata service of the host.
        || address == 0xA83F8110;

    private static bool In(uint address, uint network, int bits) => (address ^ network) >> (32 - bits) == 0;

    // Only 2000::/3 is routed; within it 2001::/23 (Teredo and others), 2002::/16 (6to4) carry or hide other addresses.
    private static bool IsPublic(ulong high) => high >> 61 == 1 && high >> 41 != 0x20010000 >> 9 && high >> 48 != 0x2002;
}
