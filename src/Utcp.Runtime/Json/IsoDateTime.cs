namespace Utcp.Json;

/// <summary>Dates and times of RFC 3339, a little more tolerant: no offset is UTC, no time is midnight, seconds may be missing.</summary>
internal static class IsoDateTime
{
    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 10 || !TryParseDate(text[..10], out var date))
        {
            return false;
        }

        var ticks = 0L;
        var minutes = 0;
        if (text.Length > 10)
        {
            if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || !TryParseTime(text[11..], out ticks, out var used) || !TryParseOffset(text[(11 + used)..], out minutes))
            {
                return false;
            }
        }

        ticks += date.DayNumber * TimeSpan.TicksPerDay;
        var utc = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new(ticks, new TimeSpan(minutes * TimeSpan.TicksPerMinute));
        return true;
    }

    internal static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var year = (Digits(text, 0) * 100) + Digits(text, 2);
        var month = Digits(text, 5);
        var day = Digits(text, 8);
        if (year < 1 || month is < 1 or > 12 || day < 1 || Digits(text, 2) < 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new(year, month, day);
        return true;
    }

    /// <summary>A time of day; a trailing "Z" is allowed and says nothing that <see cref="TimeOnly"/> could keep.</summary>
    internal static bool TryParseTimeOnly(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryParseTime(text, out var ticks, out var used) || ticks >= TimeSpan.TicksPerDay || (used != text.Length && !(used == text.Length - 1 && text[used] is (byte)'Z' or (byte)'z')))
        {
            return false;
        }

        value = new(ticks);
        return true;
    }

    private static bool TryParseTime(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 5;
        if (text.Length < 5 || text[2] != ':')
        {
            return false;
        }

        var hours = Digits(text, 0);
        var minutes = Digits(text, 3);
        var seconds = 0;
        var fraction = 0L;
        if (text.Length >= 8 && text[5] == ':')
        {
            seconds = Digits(text, 6);
            used = 8;
            if (text.Length > 9 && text[8] is (byte)'.' or (byte)',')
            {
                var unit = TimeSpan.TicksPerSecond;
                for (used = 9; used < text.Length && char.IsAsciiDigit((char)text[used]); used++)
                {
                    unit /= 10;
                    fraction += (text[used] - '0') * unit;
                }

                if (used == 9)
                {
                    return false;
                }
            }
        }

        ticks = (((((hours * 60L) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond) + fraction;

        // A leap second (:60) is the first moment of the next minute.
        return hours is >= 0 and < 24 && minutes is >= 0 and < 60 && seconds is >= 0 and <= 60;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        var hours = Digits(text, 1);
        var rest = text.Length == 3 ? 0 : Digits(text, text.Length - 2);
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return hours >= 0 && rest is >= 0 and < 60 && minutes is >= -14 * 60 and <= 14 * 60;
    }

    /// <summary>Two digits as a number; far below zero when they are no digits.</summary>
    private static int Digits(ReadOnlySpan<byte> text, int index)
    {
        var tens = (uint)(text[index] - '0');
        var ones = (uint)(text[index + 1] - '0');
        return tens > 9 || ones > 9 ? -10_000 : (int)((tens * 10) + ones);
    }
}
