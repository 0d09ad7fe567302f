using Utcp.Manuals.Json;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review;

/// <summary>A URL of a document: something is sent there.</summary>
/// <param name="Value">The value that it is from, or the first of them.</param>
/// <param name="Text">Its text; variables stand as <c>${NAME}</c>.</param>
/// <param name="Source">Where its parts stand in the document.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Trust">Where it comes from.</param>
internal sealed record ReviewedUrl(JsonValue Value, string Text, SourcedText Source, UrlUse Use, UrlTrust Trust = UrlTrust.Local)
{
    /// <summary>A URL that is the whole text of a value.</summary>
    public ReviewedUrl(JsonValue value, UrlUse use)
        : this(value, value.Text, SourcedText.Of(value), use)
    {
    }

    /// <summary>Its text as a template.</summary>
    public UrlTemplate Template { get; } = UrlTemplate.Parse(Text);

    /// <summary>Whether its scheme, host and port are written out, so that it can be judged before variables and arguments have values.</summary>
    public bool IsKnown => !Template.HasVariableInOrigin && !Template.HasPlaceholderInOrigin;

    /// <summary>The URL as the policy can judge it.</summary>
    public JudgedUrl Judged => new(Template.ToSample(), Use, Trust);

    /// <summary>A finding at a part of the URL.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="message">Its message.</param>
    /// <param name="start">Where the part starts in the sample that was judged.</param>
    /// <param name="length">How long the part is.</param>
    public Finding Report(string code, string message, int start, int length)
    {
        // Behind the first placeholder the sample is no longer the text.
        var sample = Template.ToSample();
        var same = 0;
        while (same < Text.Length && same < sample.Length && Text[same] == sample[same])
        {
            same++;
        }

        var part = start + length <= same ? Source.Find(start, length) : null;
        return new Finding(code, message, (part?.Value ?? Value).Span) { Part = part };
    }
}
