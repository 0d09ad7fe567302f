namespace Utcp.Generators.Inputs;

/// <summary>A file that references of a manual lead into.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Format">Its syntax.</param>
internal sealed record PartFile(string Path, string Text, DocumentFormat Format);
