using Microsoft.CodeAnalysis.Text;

namespace Utcp.CodeFixes;

/// <summary>A change of a file.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Key">What kind of change it is, the same for all diagnostics that can be repaired together.</param>
/// <param name="Changes">The changes.</param>
public sealed record Repair(string Title, string Key, IReadOnlyList<TextChange> Changes);
