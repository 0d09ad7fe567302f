namespace Utcp.Manuals.Security;

/// <summary>A host inside a text, read without System.Uri: that type turns "127.1" and "2130706433" into 127.0.0.1 before anyone can refuse them.</summary>
internal readonly struct UrlHost
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    private UrlHost(string text, int start, int length, UrlHostKind kind, ulong high, ulong low)
    {
        Text = text;
        Start = start;
        Length = length;
        Kind = kind;
        High = high;
        Low = low;
    }

    public string Text { get; }

    public int Start { get; }

    public int Length { get; }

    public UrlHostKind Kind { get; }

    /// <summary>The upper half of an IPv6 address.</summary>
    public ulong High { get; }

    /// <summary>The lower half of an IPv6 address, or an IPv4 address.</summary>
    public ulong Low { get; }

    public static UrlRefusal Read(string text, int start, int end, out UrlHost host)
    {
        host = new UrlHost(text, start, end - start, UrlHostKind.Name, 0, 0);
        if (start >= end)
        {
            return UrlRefusal.EmptyHost;
        }

        return text[start] == '[' ? ReadIPv6(text, start, end, ref host) : ReadName(text, start, end, ref host);
    }

    public bool Is(string name) => Length == name.Length && string.Compare(Text, Start, name, 0, Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Whether the host is a name below a suffix; the suffix starts with its dot.</summary>
    public bool IsBelow(string suffix) =>
        Kind is UrlHostKind.Name or UrlHostKind.NonAsciiName && Length > suffix.Length
        && string.Compare(Text, Start + Length - suffix.Length, suffix, 0, suffix.Length, StringComparison.OrdinalIgnoreCase) == 0;

    public bool Equals(in UrlHost other) =>
        Kind == other.Kind && Length == other.Length && string.Compare(Text, Start, other.Text, other.Start, Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static UrlRefusal ReadIPv6(string text, int start, int end, ref UrlHost host)
    {
        if (text[end - 1] != ']' || end - start < 4)
        {
            return UrlRefusal.InvalidHost;
        }

        var refusal = IPv6Text.Read(text, start + 1, end - 1, out var high, out var low);
        host = new UrlHost(text, start, end - start, UrlHostKind.IPv6, high, low);
        return refusal;
    }

    private static UrlRefusal ReadName(string text, int start, int end, ref UrlHost host)
    {
        var ascii = true;
        var label = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '.')
            {
                if (i == label || i - label > MaxLabelLength)
                {
                    return UrlRefusal.InvalidHost;
                }

                label = i + 1;
            }
            else if (c >= 0x80)
            {
                ascii = false;
                if (!HostLetters.IsPlain(c))
                {
                    return UrlRefusal.InvalidHost;
                }
            }
            else if (!HostLetters.IsAscii(c))
            {
                return UrlRefusal.InvalidHost;
            }
        }

        if (label == end)
        {
            return UrlRefusal.NonCanonicalHost;
        }

        if (end - start > MaxLength || end - label > MaxLabelLength)
        {
            return UrlRefusal.InvalidHost;
        }

        if (IPv4Text.LooksLikeNumber(text, label, end))
        {
            if (!IPv4Text.TryReadCanonical(text, start, end, out var address))
            {
                return UrlRefusal.NonCanonicalHost;
            }

            host = new UrlHost(text, start, end - start, UrlHostKind.IPv4, 0, address);
        }
        else if (!ascii)
        {
            host = new UrlHost(text, start, end - start, UrlHostKind.NonAsciiName, 0, 0);
        }

        return UrlRefusal.None;
    }
}
