namespace Utcp.Generators.Analyzers.Code;

/// <summary>Judges constant texts.</summary>
internal static class TextRules
{
    /// <summary>What is wrong with a text, or null.</summary>
    public static Violation? Judge(string text, SchemaLimits limits)
    {
        // JSON Schema counts characters, not UTF-16 code units.
        var length = text.Length - text.Where((c, i) => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])).Count();
        return length < limits.MinLength ? new Violation("at least " + Characters(limits.MinLength) + " long")
            : length > limits.MaxLength ? new Violation("at most " + Characters(limits.MaxLength) + " long")
            : limits.Pattern is { } pattern && PatternMatch.Of(pattern, text) == false ? new Violation("a text that matches " + pattern)
            : limits.Format is { } format && !FormatText.Fits(text, format) ? new Violation(format == "hostname" ? "a host name" : format == "ipv4" ? "an IPv4 address" : "an e-mail address")
            : null;
    }

    private static string Characters(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture) + (count == 1 ? " character" : " characters");
}
