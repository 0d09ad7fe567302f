using Utcp.Manuals.Json;

namespace Utcp.Generators.Reviews;

/// <summary>A change of a document.</summary>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">What takes its place, as it is written in the file.</param>
internal sealed record DocumentEdit(JsonSpan Span, string Text);
