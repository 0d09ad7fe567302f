using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Utcp.Validation;

/// <summary>
/// The rules about the text of a string: length in characters, not UTF-16 code units, and pattern. NJsonSchema sees them as a format, because its own check of patterns has no
/// time limit, and the schema may be hostile.
/// </summary>
internal sealed class TextRules(string format, int? minLength, int? maxLength, Regex? pattern, string? patternText) : IFormatValidator
{
    public const string Prefix = "utcp-text-";

    public string Format => format;

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.PatternMismatch;

    public bool IsValid(string value, JTokenType tokenType) => !Broken(value).Any();

    /// <summary>The rules that a text breaks.</summary>
    public IEnumerable<(string Rule, string Expected)> Broken(string value)
    {
        var length = minLength is null && maxLength is null ? 0 : value.EnumerateRunes().Count();
        if (length < minLength)
        {
            yield return ("minLength", minLength == 1 ? "not empty" : string.Create(CultureInfo.InvariantCulture, $"at least {minLength} characters"));
        }

        if (length > maxLength)
        {
            yield return ("maxLength", string.Create(CultureInfo.InvariantCulture, $"at most {maxLength} characters"));
        }

        if (pattern is not null && !Matches(value))
        {
            yield return ("pattern", $"text that matches {(patternText!.Length <= 100 ? patternText : patternText[..100] + "…")}");
        }
    }

    // A pattern that takes too long says nothing.
    private bool Matches(string value)
    {
        try
        {
            return pattern!.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
