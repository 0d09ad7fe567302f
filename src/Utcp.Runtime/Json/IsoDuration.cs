using System.Globalization;
using System.Text;

namespace Utcp.Json;

/// <summary>Durations of ISO 8601 in days, hours, minutes and seconds; weeks are understood. Years and months have no fixed length and are refused.</summary>
internal static class IsoDuration
{
    private const string Units = "WDTHMS";

    internal static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        var negative = text.StartsWith('-');
        text = negative || text.StartsWith('+') ? text[1..] : text;
        if (text.Length < 3 || text[0] != 'P' || text[^1] == 'T')
        {
            return false;
        }

        text = text[1..];
        var last = -1;
        var ticks = 0m;
        while (!text.IsEmpty)
        {
            var length = Math.Max(0, text.IndexOfAnyExcept("0123456789.,"));
            var unit = Units.IndexOf(text[length]);
            var isTime = unit == 2;
            if (unit <= last || (unit > 2 && last < 2) || isTime != (length == 0) || !TryTicks(text[..length], unit, ref ticks))
            {
                return false;
            }

            last = unit;
            text = text[(length + 1)..];
        }

        value = new((long)(negative ? -ticks : ticks));
        return true;
    }

    internal static void Write(JsonOutput output, TimeSpan value)
    {
        var ticks = value.Ticks < 0 ? (ulong)-value.Ticks : (ulong)value.Ticks;
        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        var days = ticks / TimeSpan.TicksPerDay;
        if (days > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{days}D");
        }

        var hours = ticks / TimeSpan.TicksPerHour % 24;
        var minutes = ticks / TimeSpan.TicksPerMinute % 60;
        var seconds = ticks % TimeSpan.TicksPerMinute;
        if (hours + minutes + seconds > 0 || days == 0)
        {
            text.Append('T');
            if (hours > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{hours}H");
            }

            if (minutes > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{minutes}M");
            }

            if (seconds > 0 || hours + minutes == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(decimal)seconds / TimeSpan.TicksPerSecond:0.#######}S");
            }
        }

        output.WriteString(text.ToString());
    }

    private static bool TryTicks(ReadOnlySpan<char> number, int unit, ref decimal ticks)
    {
        if (unit == 2)
        {
            return true;
        }

        Span<char> text = stackalloc char[24];
        if (number.Length > text.Length)
        {
            return false;
        }

        number.Replace(text, ',', '.');
        if (!decimal.TryParse(text[..number.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) || count > 10_000_000_000_000)
        {
            return false;
        }

        ticks += decimal.Truncate(count * (unit switch
        {
            0 => TimeSpan.TicksPerDay * 7,
            1 => TimeSpan.TicksPerDay,
            3 => TimeSpan.TicksPerHour,
            4 => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerSecond,
        }));
        return ticks <= long.MaxValue;
    }
}
