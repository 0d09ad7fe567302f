using System.Globalization;

namespace Utcp.Manuals.Schemas;

/// <summary>Numbers as JSON text.</summary>
internal static class NumberText
{
    /// <summary>Compares two JSON numbers: exactly up to 28 digits, beyond that as doubles.</summary>
    public static int Compare(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : ToDouble(left).CompareTo(ToDouble(right));

    /// <summary>The plain text of a 64-bit integer ("2" of "2.0" and "2e0"); null when the number is none.</summary>
    public static string? Integer(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;

    // .NET Framework refuses numbers beyond the range where .NET gives infinity.
    private static double ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : text.StartsWith("-", StringComparison.Ordinal) ? double.NegativeInfinity
            : double.PositiveInfinity;
}
