namespace Utcp.Generators.Inputs;

/// <summary>A file to make a client from.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text, or null when it could not be read.</param>
/// <param name="Format">Its syntax.</param>
/// <param name="Options">Its options.</param>
/// <param name="Links">What may be references to other files in it.</param>
internal sealed record ManualFile(string Path, string? Text, DocumentFormat Format, FileOptions Options, EquatableArray<string> Links)
{
    public static ManualFile Of(DocumentFile file) => new(file.Path, file.Text, file.Format, file.Options, file.Text is null ? EquatableArray<string>.Empty : TextFacts.Of(file.Text).Links);
}
