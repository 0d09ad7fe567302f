namespace Utcp.Http;

/// <summary>Path segments that mean another place in the hierarchy (RFC 3986, section 5.2.4), percent-encoded ones included (D4).</summary>
internal static class DotSegments
{
    public static bool IsOne(ReadOnlySpan<char> segment)
    {
        var dots = 0;
        while (!segment.IsEmpty)
        {
            if (segment[0] == '.')
            {
                segment = segment[1..];
            }
            else if (segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase))
            {
                segment = segment[3..];
            }
            else
            {
                return false;
            }

            dots++;
        }

        return dots is 1 or 2;
    }
}
