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

    /// <summary>Writes at most 33 bytes: date, time, and "Z" or the offset.</summary>
    internal static int Format(DateTimeOffset value, Span<byte> target)
    {
        var (days, ticks) = Math.DivRem(value.DateTime.Ticks, TimeSpan.TicksPerDay);
        FormatDate(DateOnly.FromDayNumber((int)days), target);
        target[10] = (byte)'T';
        var end = 11 + FormatTime(ticks, target[11..]);
        var offset = value.TotalOffsetMinutes;
        if (offset == 0)
        {
            target[end] = (byte)'Z';
            return end + 1;
        }

        target[end] = offset < 0 ? (byte)'-' : (byte)'+';
        offset = Math.Abs(offset);
        Digits(target, end + 1, offset / 60);
        target[end + 3] = (byte)':';
        Digits(target, end + 4, offset % 60);
        return end + 6;
    }

    /// <summary>Writes 10 bytes.</summary>
    internal static void FormatDate(DateOnly value, Span<byte> target)
    {
        var (year, month, day) = value;
        Digits(target, 0, year / 100);
        Digits(target, 2, year % 100);
        target[4] = (byte)'-';
        Digits(target, 5, month);
        target[7] = (byte)'-';
        Digits(target, 8, day);
    }

    /// <summary>Writes 8 to 16 bytes: the fraction without the zeros at its end.</summary>
    internal static int FormatTime(long ticks, Span<byte> target)
    {
        var (seconds, fraction) = Math.DivRem((ulong)ticks, TimeSpan.TicksPerSecond);
        var time = (int)seconds;
        Digits(target, 0, time / 3600);
        target[2] = (byte)':';
        Digits(target, 3, time / 60 % 60);
        target[5] = (byte)':';
        Digits(target, 6, time % 60);
        if (fraction == 0)
        {
            return 8;
        }

        target[8] = (byte)'.';
        for (var i = 15; i >= 9; i--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10UL);
            target[i] = (byte)('0' + digit);
        }

        var end = 16;
        while (target[end - 1] == '0')
        {
            end--;
        }

        return end;
    }

    private static void Digits(Span<byte> target, int index, int value)
    {
        target[index] = (byte)('0' + (value / 10));
        target[index + 1] = (byte)('0' + (value % 10));
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
