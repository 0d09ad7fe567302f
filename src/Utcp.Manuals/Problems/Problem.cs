using Utcp.Manuals.Json;

namespace Utcp.Manuals.Problems;

/// <summary>Something in a document that cannot be honoured, or deserves attention. The only way a reader complains.</summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Message">What is wrong and what to do, for a person. Text from the document in it is quoted and cut; it never holds a secret.</param>
/// <param name="Span">Where the offending value stands.</param>
/// <param name="Pointer">The JSON Pointer (RFC 6901) of the value, "" for the whole document.</param>
public sealed record Problem(string Code, string Message, JsonSpan Span, string Pointer);
