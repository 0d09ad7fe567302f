using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Utcp.Corpus.Tests.Values;

/// <summary>Makes strings and numbers.</summary>
internal static class ScalarMaker
{
    private static readonly string[] Texts = ["text", "Ünï \"quoted\" \\ </script> \u2028 \U0001F600\t", ""];

    public static JsonNode Text(SchemaParts parts, Chooser chooser, string place)
    {
        var format = parts.First("format") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (format is null && parts.First("contentEncoding") is { ValueKind: JsonValueKind.String } encoding)
        {
            format = encoding.GetString();
        }

        if (ByFormat(format) is { } values)
        {
            return values[chooser.Choose(place + "!format", values.Length)];
        }

        if (parts.First("pattern") is { ValueKind: JsonValueKind.String } pattern && Example(parts, pattern.GetString()!) is { } example)
        {
            return example;
        }

        var min = (int)Math.Min(Limit(parts, "minLength") ?? 0, 100_000);
        var max = (int)Math.Min(Limit(parts, "maxLength") ?? int.MaxValue, int.MaxValue);
        var fitting = Texts.Where(value => value.Length >= min && value.Length <= max).ToList();
        return fitting.Count > 0 ? fitting[chooser.Choose(place + "!text", fitting.Count)] : new string('x', Math.Clamp(4, min, max));
    }

    public static JsonNode Integer(SchemaParts parts, Chooser chooser, string place)
    {
        var isSmall = parts.First("format") is { ValueKind: JsonValueKind.String } format && format.GetString() is "int32" or "int16" or "int8" or "uint8" or "uint16" or "byte" or "short";
        decimal[] all = isSmall ? [1, 0, -1, int.MinValue, int.MaxValue] : [1, 0, -1, 9007199254740993, long.MinValue, long.MaxValue];
        return Pick(all, parts, chooser, place, value => decimal.Truncate(value) == value);
    }

    public static JsonNode Number(SchemaParts parts, Chooser chooser, string place)
    {
        var isInteger = parts.First("format") is { ValueKind: JsonValueKind.String } format && format.GetString() is "int32" or "int64";
        return Pick(isInteger ? [1, 0, -1] : [1.5m, 0, -0.25m, 123456789.125m, 3], parts, chooser, place, value => !isInteger || decimal.Truncate(value) == value);
    }

    /// <summary>A limit of the schema: the strictest.</summary>
    public static decimal? Limit(SchemaParts parts, string keyword)
    {
        decimal? limit = null;
        foreach (var part in parts.All)
        {
            if (Documents.RawDocument.Member(part, keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value))
            {
                limit = limit is null ? value : keyword.StartsWith("min", StringComparison.Ordinal) ? Math.Max(limit.Value, value) : Math.Min(limit.Value, value);
            }
        }

        return limit;
    }

    private static JsonNode Pick(decimal[] all, SchemaParts parts, Chooser chooser, string place, Func<decimal, bool> fits)
    {
        var (min, max) = (Limit(parts, "minimum"), Limit(parts, "maximum"));
        var (above, below) = (Limit(parts, "exclusiveMinimum"), Limit(parts, "exclusiveMaximum"));
        if (parts.Any("exclusiveMinimum"))
        {
            (above, min) = (min, null);
        }

        if (parts.Any("exclusiveMaximum"))
        {
            (below, max) = (max, null);
        }

        var step = Limit(parts, "multipleOf");
        var candidates = all.AsEnumerable();
        foreach (var limit in new[] { min, max, above + 1, below - 1, above is { } low && below is { } high ? (low + high) / 2 : null, step, above + step, min is { } least && step is { } width && width != 0 ? Math.Ceiling(least / width) * width : null })
        {
            candidates = limit is { } value ? candidates.Append(value) : candidates;
        }

        var fitting = candidates.Distinct().Where(value => fits(value) && !(value < min) && !(value > max) && !(value <= above) && !(value >= below) && (step is null or 0 || value % step == 0)).ToList();
        return fitting.Count == 0 ? throw new CannotMakeException("no number fits")
            : JsonNode.Parse(fitting[chooser.Choose(place + "!number", fitting.Count)].ToString(CultureInfo.InvariantCulture))!;
    }

    private static string? Example(SchemaParts parts, string pattern)
    {
        foreach (var keyword in new[] { "example", "default" })
        {
            if (parts.First(keyword) is { ValueKind: JsonValueKind.String } example && Matches(example.GetString()!, pattern))
            {
                return example.GetString();
            }
        }

        return null;
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string[]? ByFormat(string? format) => format switch
    {
        "date-time" => ["2024-02-29T12:34:56Z", "2024-02-29T23:59:59.123456+02:00", "1999-12-31T00:00:00-08:30"],
        "date" => ["2024-02-29", "0001-01-01", "9999-12-31"],
        "time" => ["12:34:56Z", "23:59:59.5Z"],
        "duration" => ["PT1H30M", "P3DT4H5M6.5S"],
        "uuid" or "guid" => ["123e4567-e89b-12d3-a456-426614174000"],
        "uri" or "url" or "iri" => ["https://example.com/a%20b?c=d%26e#f", "urn:isbn:0451450523", "https://example.com"],
        "uri-reference" or "iri-reference" => ["/relative/path?x=1", "https://example.com/"],
        "byte" or "base64" or "binary" => ["aGVsbG8=", "", "//79/A=="],
        "base64url" => ["aGVsbG8"],
        "email" or "idn-email" => ["someone@example.com"],
        "ipv4" or "ip" => ["192.0.2.1"],
        "ipv6" => ["2001:db8::1"],
        "hostname" or "idn-hostname" => ["host.example.com"],
        _ => null,
    };
}
