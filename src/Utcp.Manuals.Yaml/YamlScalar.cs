using System.Globalization;
using Utcp.Manuals.Json;

namespace Utcp.Manuals.Yaml;

/// <summary>The core schema of YAML 1.2 (section 10.3): what a plain scalar means.</summary>
internal static class YamlScalar
{
    /// <summary>The value of a plain scalar.</summary>
    public static JsonValue Read(string text, JsonSpan span)
    {
        if (text.Length == 0)
        {
            return JsonValue.Literal(JsonKind.Null, span);
        }

        switch (text)
        {
            case "~" or "null" or "Null" or "NULL":
                return JsonValue.Literal(JsonKind.Null, span);
            case "true" or "True" or "TRUE":
                return JsonValue.Literal(JsonKind.True, span);
            case "false" or "False" or "FALSE":
                return JsonValue.Literal(JsonKind.False, span);
            default:
                return text[0] is '-' or '+' or '.' or (>= '0' and <= '9') && Number(text) is { } number ? JsonValue.Number(number, span) : JsonValue.String(text, span);
        }
    }

    /// <summary>Whether a plain scalar is one of the numbers that JSON cannot write.</summary>
    public static bool IsBeyondJson(string text) => text.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" && text.Length <= 5 || text is ".nan" or ".NaN" or ".NAN";

    /// <summary>A number as JSON writes it, characters kept where JSON allows; null when the text is no number.</summary>
    public static string? Number(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            return text[1] == 'x' ? Hexadecimal(text.Substring(2)) : Octal(text.Substring(2));
        }

        var start = text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, start);
        var hasPoint = whole < text.Length && text[whole] == '.';
        var fraction = hasPoint ? Digits(text, whole + 1) : whole;
        if (fraction - start - (hasPoint ? 1 : 0) == 0)
        {
            return null;
        }

        var end = fraction;
        if (fraction < text.Length && text[fraction] is 'e' or 'E')
        {
            var exponent = fraction + 1 < text.Length && text[fraction + 1] is '-' or '+' ? fraction + 2 : fraction + 1;
            end = Digits(text, exponent);
            if (end == exponent)
            {
                return null;
            }
        }

        return end == text.Length ? AsJson(text, start, whole, fraction) : null;
    }

    private static string AsJson(string text, int start, int whole, int fraction)
    {
        var zeros = start;
        while (zeros + 1 < whole && text[zeros] == '0')
        {
            zeros++;
        }

        if (text[0] != '+' && zeros == start && whole > start && fraction != whole + 1)
        {
            return text;
        }

        var sign = text[0] == '-' ? "-" : "";
        var integer = whole == start ? "0" : text.Substring(zeros, whole - zeros);
        var decimals = fraction <= whole ? "" : fraction == whole + 1 ? ".0" : text.Substring(whole, fraction - whole);
        return sign + integer + decimals + text.Substring(fraction);
    }

    private static string? Hexadecimal(string digits) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Octal(string digits)
    {
        const int MostDigits = 21;
        if (digits.Length > MostDigits || digits.Any(digit => digit is < '0' or > '7'))
        {
            return null;
        }

        return digits.Aggregate(0UL, (value, digit) => (value << 3) | (uint)(digit - '0')).ToString(CultureInfo.InvariantCulture);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at;
    }
}
