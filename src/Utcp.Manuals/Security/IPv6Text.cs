namespace Utcp.Manuals.Security;

/// <summary>IPv6 addresses as text (RFC 5952).</summary>
internal static class IPv6Text
{
    /// <summary>Reads an address without zone. Any form but that of RFC 5952 is refused; upper-case letters are accepted, because hosts compare without case.</summary>
    public static UrlRefusal Read(string text, int start, int end, out ulong high, out ulong low)
    {
        high = low = 0;
        for (var i = start; i < end; i++)
        {
            if (!(HexDigit(text[i]) >= 0 || text[i] is ':' or '.'))
            {
                return UrlRefusal.InvalidHost;
            }

            // A dotted tail is either a v4-mapped address or another spelling.
            if (text[i] == '.')
            {
                return UrlRefusal.NonCanonicalHost;
            }
        }

        if (!TryParse(text, start, end, out high, out low))
        {
            return UrlRefusal.InvalidHost;
        }

        var isMapped = high == 0 && low >> 32 == 0xFFFF;
        return isMapped || !IsCanonical(text, start, end, high, low) ? UrlRefusal.NonCanonicalHost : UrlRefusal.None;
    }

    private static bool TryParse(string text, int start, int end, out ulong high, out ulong low)
    {
        ulong headHigh = 0, headLow = 0, tailHigh = 0, tailLow = 0;
        high = low = 0;
        var headGroups = 0;
        var tailGroups = 0;
        var compressed = false;
        var i = start;
        while (i < end)
        {
            if (text[i] == ':')
            {
                if (i + 1 < end && text[i + 1] == ':')
                {
                    if (compressed)
                    {
                        return false;
                    }

                    compressed = true;
                    i += 2;
                    continue;
                }

                // A single colon separates two groups: not first, not last, not after "::".
                if (i == start || i + 1 == end || text[i - 1] == ':')
                {
                    return false;
                }

                i++;
                continue;
            }

            ulong group = 0;
            var digits = 0;
            for (; i < end && text[i] != ':'; i++)
            {
                group = group << 4 | (uint)HexDigit(text[i]);
                if (++digits > 4)
                {
                    return false;
                }
            }

            if (compressed)
            {
                Append(ref tailHigh, ref tailLow, group);
                tailGroups++;
            }
            else
            {
                Append(ref headHigh, ref headLow, group);
                headGroups++;
            }

            if (headGroups + tailGroups > 8)
            {
                return false;
            }
        }

        if (compressed ? headGroups + tailGroups > 7 : headGroups != 8)
        {
            return false;
        }

        for (var missing = headGroups; missing < 8; missing++)
        {
            Append(ref headHigh, ref headLow, 0);
        }

        high = headHigh | tailHigh;
        low = headLow | tailLow;
        return true;
    }

    private static void Append(ref ulong high, ref ulong low, ulong group)
    {
        high = high << 16 | low >> 48;
        low = low << 16 | group;
    }

    /// <summary>Writes the canonical form character by character against the text, so that nothing is allocated.</summary>
    private static bool IsCanonical(string text, int start, int end, ulong high, ulong low)
    {
        LongestZeroRun(high, low, out var runStart, out var runLength);
        var at = start;
        for (var i = 0; i < 8; i++)
        {
            if (i == runStart)
            {
                if (!Take(text, ref at, end, ':') || (i == 0 && !Take(text, ref at, end, ':')))
                {
                    return false;
                }

                i += runLength - 1;
                if (i == 7)
                {
                    break;
                }

                continue;
            }

            var group = Group(high, low, i);
            var leading = true;
            for (var shift = 12; shift >= 0; shift -= 4)
            {
                var digit = (int)(group >> shift & 0xF);
                leading &= digit == 0 && shift > 0;
                if (!leading && (at >= end || HexDigit(text[at++]) != digit))
                {
                    return false;
                }
            }

            if (i < 7 && !Take(text, ref at, end, ':'))
            {
                return false;
            }
        }

        return at == end;
    }

    private static void LongestZeroRun(ulong high, ulong low, out int start, out int length)
    {
        start = -1;
        length = 1;
        for (var i = 0; i < 8; i++)
        {
            var run = 0;
            while (i + run < 8 && Group(high, low, i + run) == 0)
            {
                run++;
            }

            if (run > length)
            {
                start = i;
                length = run;
            }

            i += run;
        }
    }

    private static ulong Group(ulong high, ulong low, int index) => (index < 4 ? high >> (48 - 16 * index) : low >> (48 - 16 * (index - 4))) & 0xFFFF;

    private static bool Take(string text, ref int at, int end, char expected) => at < end && text[at++] == expected;

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
