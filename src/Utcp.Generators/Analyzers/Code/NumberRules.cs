using System.Globalization;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Judges constant numbers: exactly, as decimals; numbers that are none are not judged.</summary>
internal static class NumberRules
{
    /// <summary>What is wrong with a number, or null.</summary>
    public static Violation? Judge(object constant, SchemaLimits limits)
    {
        if (Read(Convert.ToString(constant, CultureInfo.InvariantCulture)) is not { } number || constant is not (int or long or short or byte or uint or sbyte or ushort or float or double or decimal))
        {
            return null;
        }

        var isInteger = constant is not (float or double or decimal);
        return Below(number, limits.Minimum, isExclusive: false, isInteger)
            ?? Below(number, limits.ExclusiveMinimum, isExclusive: true, isInteger)
            ?? Above(number, limits.Maximum, isExclusive: false, isInteger)
            ?? Above(number, limits.ExclusiveMaximum, isExclusive: true, isInteger)
            ?? (Read(limits.MultipleOf) is { } step && step > 0 && number % step != 0 ? new Violation("a multiple of " + limits.MultipleOf) : null);
    }

    private static Violation? Below(decimal number, string? limit, bool isExclusive, bool isInteger) =>
        Read(limit) is { } bound && (isExclusive ? number <= bound : number < bound)
            ? new Violation((isExclusive ? "more than " : "at least ") + limit, Nearest(bound, isExclusive, isInteger, up: true))
            : null;

    private static Violation? Above(decimal number, string? limit, bool isExclusive, bool isInteger) =>
        Read(limit) is { } bound && (isExclusive ? number >= bound : number > bound)
            ? new Violation((isExclusive ? "less than " : "at most ") + limit, Nearest(bound, isExclusive, isInteger, up: false))
            : null;

    // Beyond an excluded bound there is a nearest integer, but no nearest fraction.
    private static string? Nearest(decimal bound, bool isExclusive, bool isInteger, bool up)
    {
        if (!isInteger)
        {
            return isExclusive ? null : bound.ToString(CultureInfo.InvariantCulture);
        }

        var whole = up ? decimal.Ceiling(bound) : decimal.Floor(bound);
        return (isExclusive && whole == bound ? whole + (up ? 1 : -1) : whole).ToString(CultureInfo.InvariantCulture);
    }

    private static decimal? Read(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
