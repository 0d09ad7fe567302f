using Utcp.Manuals.Json;

namespace Utcp.Manuals.Review;

/// <summary>Something in a document that can be read and called, and should not be as it is: it is unsafe, or helps people or models less than it could.</summary>
/// <param name="Code">One of <see cref="Problems.ProblemCodes"/>.</param>
/// <param name="Message">What is wrong and what to do, for a person. It never holds a secret.</param>
/// <param name="Span">Where the value stands that holds it.</param>
public sealed record Finding(string Code, string Message, JsonSpan Span)
{
    /// <summary>The part of a text that is at fault, or null when it is all of the value.</summary>
    public TextPart? Part { get; init; }

    /// <summary>What the part may be replaced by to repair it, or null.</summary>
    public string? Replacement { get; init; }

    /// <summary>The URL that is refused, or null when it is not about one. With its host allowed there is nothing to report.</summary>
    public JudgedUrl? Url { get; init; }
}
