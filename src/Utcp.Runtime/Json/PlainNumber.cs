using System.Globalization;

namespace Utcp.Json;

/// <summary>
/// Short ways for the usual numbers: at most 15 significant digits. Such a decimal and its nearest double determine each other, and a quotient of two
/// integers that doubles hold exactly is correctly rounded; so the results are those of the long way.
/// </summary>
internal static class PlainNumber
{
    private const double Scale = 1_000_000;
    private const int ScaleDigits = 6;
    private const double Limit = 1e15;

    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a JSON number without exponent and with at most 15 digits.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var i = text[0] == '-' ? 1 : 0;
        if (text.Length - i > 16)
        {
            return false;
        }

        var dot = -1;
        var digits = 0L;
        var first = i;
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[i] == '.')
            {
                dot = i;
            }
            else
            {
                return false;
            }
        }

        var fraction = dot < 0 ? 0 : text.Length - dot - 1;
        if (text.Length - first - (dot < 0 ? 0 : 1) > 15)
        {
            return false;
        }

        value = digits / Powers[fraction];
        value = first == 0 ? value : -value;
        return true;
    }

    /// <summary>Writes a number that has at most 6 decimal places and 15 digits. The target holds at least 32 bytes.</summary>
    internal static bool TryFormat(double value, Span<byte> target, out int written)
    {
        var scaled = Math.Round(value * Scale);
        if (!(Math.Abs(scaled) < Limit) || scaled / Scale != value || (value == 0 && double.IsNegative(value)))
        {
            written = 0;
            return false;
        }

        var digits = (ulong)Math.Abs(scaled);
        var start = 0;
        if (scaled < 0)
        {
            target[start++] = (byte)'-';
        }

        var (whole, fraction) = Math.DivRem(digits, (ulong)Scale);
        whole.TryFormat(target[start..], out written, default, CultureInfo.InvariantCulture);
        written += start;
        if (fraction == 0)
        {
            return true;
        }

        target[written] = (byte)'.';
        var rest = (uint)fraction;
        for (var i = ScaleDigits; i >= 1; i--)
        {
            (rest, var digit) = Math.DivRem(rest, 10u);
            target[written + i] = (byte)('0' + digit);
        }

        written += ScaleDigits + 1;
        while (target[written - 1] == '0')
        {
            written--;
        }

        return true;
    }
}
