using Utcp.Manuals.Json;

namespace Utcp.Manuals.Review;

/// <summary>A secret that stands in a document.</summary>
/// <param name="Part">The secret itself, without the scheme before it.</param>
/// <param name="Field">What holds it, for the message.</param>
/// <param name="Stem">What the variable in its place is named after.</param>
/// <param name="Tool">The tool that it belongs to; "" for none.</param>
internal sealed record LiteralSecret(TextPart Part, string Field, string Stem, string Tool)
{
    /// <summary>The secret. It must not reach a message.</summary>
    public string Text => Part.Value.Text.Substring(Part.Start, Part.Length);

    /// <summary>Whether it stands in a schema, where no variable can.</summary>
    public bool IsOfSchema { get; init; }
}
