namespace Utcp.Manuals.Security;

/// <summary>IPv4 addresses as text.</summary>
internal static class IPv4Text
{
    /// <summary>Whether the last label of a host makes URL parsers read the host as an IPv4 address (WHATWG URL, "ends in a number").</summary>
    public static bool LooksLikeNumber(string text, int start, int end)
    {
        if (end - start >= 2 && text[start] == '0' && text[start + 1] is 'x' or 'X')
        {
            return All(text, start + 2, end, hexadecimal: true);
        }

        return All(text, start, end, hexadecimal: false);
    }

    /// <summary>Reads four decimal numbers from 0 to 255 without leading zeros.</summary>
    public static bool TryReadCanonical(string text, int start, int end, out uint address)
    {
        address = 0;
        var parts = 0;
        var digits = 0;
        var part = 0u;
        for (var i = start; i <= end; i++)
        {
            if (i == end || text[i] == '.')
            {
                if (digits == 0 || part > 255 || ++parts > 4)
                {
                    return false;
                }

                address = address << 8 | part;
                digits = 0;
                part = 0;
                continue;
            }

            if (text[i] is < '0' or > '9' || (digits > 0 && part == 0) || ++digits > 3)
            {
                return false;
            }

            part = part * 10 + (uint)(text[i] - '0');
        }

        return parts == 4;
    }

    private static bool All(string text, int start, int end, bool hexadecimal)
    {
        for (var i = start; i < end; i++)
        {
            if (!(text[i] is >= '0' and <= '9' || (hexadecimal && text[i] is >= 'a' and <= 'f' or >= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }
}
