namespace Utcp.Generators;

/// <summary>A file of generated C#.</summary>
/// <param name="HintName">Its name, unique in the project ignoring case.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedSource(string HintName, string Text);
